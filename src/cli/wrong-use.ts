/** A command that was not given what it needs; ends with the code that sysexits.h has for it. */
export class WrongUse extends Error {
  readonly exitCode = 64;
}

/** A command that somebody stopped; ends with the code of a shell for it. */
export class Stopped extends Error {
  readonly exitCode = 130;
}
