/** What the compiler would say, as a type: true when a `Donne` may be given where a `Voulu` is asked. */
export type Admis<Donne, Voulu> = [Donne] extends [Voulu] ? true : false

/** `fermee` when a list takes a value that it knows and refuses one that it does not: an empty list refuses both, an open one takes both. */
export type Liste<Connu, Inconnu, Voulu> = [Admis<Connu, Voulu>, Admis<Inconnu, Voulu>] extends [true, false]
  ? 'fermee'
  : 'ouverte'
