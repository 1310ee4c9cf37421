/** Length of an answer's body as it comes; 0 for one that the server compressed, whose length nobody says. */
export const lengthOf = ({ headers }: Response): number => (headers.get('content-encoding') === null ? Number(headers.get('content-length') ?? 0) : 0);

/** The body of an answer, reporting how many bytes have arrived so far. */
export function countBytes(response: Response, loaded: (bytes: number) => void): ReadableStream<Uint8Array<ArrayBuffer>> {
  const body = response.body ?? new Blob([]).stream();
  let count = 0;
  return body.pipeThrough(new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform: (piece, controller) => {
      loaded((count += piece.length));
      controller.enqueue(piece);
    },
  }));
}
