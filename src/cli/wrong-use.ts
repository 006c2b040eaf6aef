/** A command that was not given what it needs; ends with the code that sysexits.h has for it. */
export class WrongUse extends Error {
  readonly exitCode = 64;
}
