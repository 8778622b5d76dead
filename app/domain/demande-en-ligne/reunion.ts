import type { ChampEnLigne } from '#domain/demande-en-ligne/etapes'

/** Who wrote an answer last. */
export type Auteur = { id: string; nom: string }
export type Auteurs<C extends string = ChampEnLigne> = Readonly<{ [Un in C]?: Auteur }>

/** What was answered, by field; what is absent was not. */
export type Reponses<C extends string> = Readonly<{ [Un in C]?: string }>

/**
 * A field that two people answered differently at once: what the other wrote stands, and `mienne` is still in the hands of who typed it. `qui` is empty
 * where the other is oneself, elsewhere, or nobody that is known.
 */
export type Divergence<C extends string = ChampEnLigne> = { champ: C; mienne: string; leur: string; qui: string }

type Envoyee<C extends string> = {
  /** What their page showed when it was made. */
  base: Reponses<C>
  /** What they send. */
  miennes: Reponses<C>
  /** Of these, the fields whose words were found again on a device: `base` may be days old. */
  repris: readonly C[]
  /** What is kept now, and by whom. */
  leurs: Reponses<C>
  auteurs: Auteurs<C>
  moi: Auteur
}

type Reunies<C extends string> = { reponses: Reponses<C>; auteurs: Auteurs<C>; divergences: Divergence<C>[] }

/**
 * Puts together what somebody sends of a step with what it has become since their page was made. A field that only one of them changed is theirs who
 * changed it; one that both changed the same way is so; one that both changed in two ways keeps what is kept, and is told. What somebody wrote
 * themselves, in another window or in a sending whose answer was lost, gives way to what they send now, but not to what they typed before and left on a
 * device. Nobody erases anybody.
 */
export function reunir<C extends string>(
  champs: readonly C[],
  { base, miennes, repris, leurs, auteurs, moi }: Envoyee<C>,
): Reunies<C> {
  const divergences: Divergence<C>[] = []
  const ecrits: { [Un in C]?: Auteur } = { ...auteurs }
  const reponses = champs.map((champ) => {
    const [avant, mienne, leur] = [base[champ] ?? '', miennes[champ] ?? '', leurs[champ] ?? '']
    if (mienne === avant || mienne === leur) return [champ, leur] as const
    const qui = auteurs[champ]
    const deMoi = qui?.id === moi.id
    if (leur === avant || (deMoi && !repris.includes(champ))) {
      ecrits[champ] = moi
      return [champ, mienne] as const
    }
    divergences.push({ champ, mienne, leur, qui: deMoi ? '' : (qui?.nom ?? '') })
    return [champ, leur] as const
  })
  return {
    reponses: Object.fromEntries(reponses.filter(([, valeur]) => valeur !== '')) as Reponses<C>,
    auteurs: ecrits,
    divergences,
  }
}

const estAuteur = (lu: unknown): lu is Auteur =>
  typeof lu === 'object' &&
  lu !== null &&
  'id' in lu &&
  typeof lu.id === 'string' &&
  'nom' in lu &&
  typeof lu.nom === 'string'

/** Reads the authors of a row (a JSON column); what is none is left out. */
export const lireAuteurs = <C extends string = ChampEnLigne>(json: unknown): Auteurs<C> =>
  Object.fromEntries(
    Object.entries(typeof json === 'object' && json !== null ? json : {}).filter(([, un]) => estAuteur(un)),
  ) as Auteurs<C>
