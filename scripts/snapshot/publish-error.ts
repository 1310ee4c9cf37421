/** The data may not be published; the message says in Chinese what stands against it and what to do. Exit status 1. */
export class PublishError extends Error {
  override readonly name = 'PublishError';
}
