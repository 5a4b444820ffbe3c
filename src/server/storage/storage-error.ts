/** Why the data directory cannot be used. The message names the file and says how to go on. */
export class StorageError extends Error {
  readonly code: 'damaged' | 'newer' | 'in_use' | 'unusable';
  readonly file: string;

  constructor(code: StorageError['code'], file: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StorageError';
    this.code = code;
    this.file = file;
  }
}
