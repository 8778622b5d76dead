import { no, ok, type Result } from '#domain/result'

/** What is kept of the letter of a vote once it was drawn: the fingerprint of the words it was drawn from, and whether a page came of them. */
export type LettreRepetee = { empreinte: string; composee: boolean }

/** Where the letter of a vote stands before its decision is told; each but the first keeps the decision back. */
export type EtatDeLettre = 'DESSINEE' | 'LETTRE_SANS_SIGNATAIRE' | 'LETTRE_A_DESSINER' | 'LETTRE_NON_COMPOSEE'
export type RefusDeLettre = Exclude<EtatDeLettre, 'DESSINEE'>

/**
 * Where the letter whose words now have this fingerprint stands; null where nobody is named to sign it. Drawn from other words, it is to be drawn
 * again: the amount, the address or the signatory changed since.
 */
export function etatDeLettre(empreinte: string | null, gardee: LettreRepetee | null): EtatDeLettre {
  if (empreinte === null) return 'LETTRE_SANS_SIGNATAIRE'
  if (gardee?.empreinte !== empreinte) return 'LETTRE_A_DESSINER'
  return gardee.composee ? 'DESSINEE' : 'LETTRE_NON_COMPOSEE'
}

export type RefusDessin = 'PAS_DE_DELIBERATION' | 'RIEN_A_NOTIFIER'

/** Letters are drawn once their délibération has its number, which they name, and while something is still to be told. */
export function demanderDessin(deliberation: object | null, aNotifier: number): Result<undefined, RefusDessin> {
  if (!deliberation) return no('PAS_DE_DELIBERATION')
  return aNotifier === 0 ? no('RIEN_A_NOTIFIER') : ok()
}
