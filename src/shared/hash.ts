import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** SHA-256 of the bytes as 64 lower-case hex digits. Works on plain http, where `crypto.subtle` does not exist. */
export const sha256Hex = (bytes: Uint8Array): string => bytesToHex(sha256(bytes));
