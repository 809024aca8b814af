declare module 'fs-native-extensions' {
  /** Asks for a lock on an open file, which the kernel drops when the file is closed or the process ends. @returns Whether it was given. */
  export function tryLock(fileDescriptor: number): boolean;
}
