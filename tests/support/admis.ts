/** What the compiler would say, as a type: true when a `Donne` may be given where a `Voulu` is asked. */
export type Admis<Donne, Voulu> = [Donne] extends [Voulu] ? true : false
