import type { ChampCorrigible } from '#domain/portail/champs'
import type { Donnees, LigneRejetee } from '#domain/portail/demande-lue'
import { ENTETE_PORTAIL } from '#domain/portail/entetes'
import { relireLigne } from '#domain/portail/suite-ligne'

/** A cell that keeps a line from being a demande, and why. */
export type Faute = { champ: ChampCorrigible; colonne: string; valeur: string; motif: string }

/** Cells that are right, to see what is wrong behind the first. */
const JUSTES: Partial<Record<ChampCorrigible, string>> = {
  type: 'Jumelages (public)',
  numero: '2025-00001',
  deposeLe: '01/01/2025',
  montantDemande: '1',
}

/** All that is to be corrected in a rejected line, what it was rejected for first: the rules stop at the first cell that is wrong. */
export function fautesDe({ champ, donnees }: LigneRejetee, motif: string): Faute[] {
  const fautes: Faute[] = []
  let suite: Donnees = donnees
  let rejet: { champ: ChampCorrigible; motif: string } | null = { champ, motif }
  while (rejet) {
    const { champ: fautif, motif: pourquoi }: { champ: ChampCorrigible; motif: string } = rejet
    if (fautes.some((faute) => faute.champ === fautif)) break
    fautes.push({ champ: fautif, colonne: ENTETE_PORTAIL[fautif], valeur: donnees[fautif] ?? '', motif: pourquoi })
    suite = { ...suite, [fautif]: JUSTES[fautif] ?? donnees[fautif] ?? '' }
    const lue = relireLigne(suite)
    rejet = lue.nature === 'REJET' ? { champ: lue.rejet.lue.champ, motif: lue.rejet.motif } : null
  }
  return fautes
}

export type Corrections = Partial<Record<ChampCorrigible, string>>

/** The line with its faulty cells as they are now typed; every other cell stays as the listing gave it. */
export const corriger = ({ donnees }: LigneRejetee, fautes: readonly Faute[], corrections: Corrections): Donnees => ({
  ...donnees,
  ...Object.fromEntries(fautes.map(({ champ }) => [champ, (corrections[champ] ?? '').trim()])),
})
