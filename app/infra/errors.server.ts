/** The thing asked for is not there, or not for this agent: nothing tells which. */
export class NotFound extends Error {
  constructor(
    readonly objet: string,
    readonly objetId: string,
  ) {
    super(`not found: ${objet} ${objetId}`)
  }
}

/** The row moved since it was read: the act was decided on something no longer true. */
export class Conflict extends Error {
  constructor(
    readonly objet: string,
    readonly objetId: string,
  ) {
    super(`changed meanwhile: ${objet} ${objetId}`)
  }
}
