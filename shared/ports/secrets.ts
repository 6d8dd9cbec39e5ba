/** Makes secrets. Each is shown once, to the operator who asked for it, and kept as a hash. */
export interface Secrets {
  /** Fit for the password rule of systems: 40 characters of every class. */
  password(): string;
  /** Key for the header `x-api-key`: 256 bits. */
  apiKey(): string;
}
