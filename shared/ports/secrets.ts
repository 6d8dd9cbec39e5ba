/** Makes secrets. Those for systems are shown once, to the operator who asked for them, and kept as a hash. */
export interface Secrets {
  /** Fit for the password rule of systems: 40 characters of every class. */
  password(): string;
  /** Key for the header `x-api-key`: 256 bits. */
  apiKey(): string;
  /** A value nobody can guess, used once: 256 bits as base64url. */
  nonce(): string;
}
