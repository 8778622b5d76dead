import { no, type Result } from '#domain/result'
import type { BlocDeRecapitulatif, Recapitulatif } from '#emails/recapitulatif'
import { changer, composerPdf, dessinable, lireModele } from '#fichiers/pdf/typst'

const MODELE = lireModele('recapitulatif.typ')

/** The longest word that stands on a whole line, in characters: a cell has its share of them. */
const MOT_MAX = 60

/** The words of a block, each word cut where it would leave its place. */
function coupe(bloc: BlocDeRecapitulatif): BlocDeRecapitulatif {
  if (bloc.genre !== 'tableau') return changer(bloc, (texte) => dessinable(texte, MOT_MAX))
  const parts = bloc.largeurs.reduce((somme, part) => somme + part, 0)
  const cellule = (texte: string, rang: number) =>
    dessinable(texte, Math.floor((MOT_MAX * (bloc.largeurs[rang] ?? 1)) / parts))
  return { ...bloc, titres: bloc.titres.map(cellule), rangees: bloc.rangees.map((rangee) => rangee.map(cellule)) }
}

/** What was deposited as PDF/UA-1 (#fichiers/pdf/typst). RECAPITULATIF_NON_COMPOSE where Typst warns of anything, its words in `detail`. */
export function ecrireRecapitulatif({
  parties,
  ...entete
}: Recapitulatif): Result<Buffer, 'RECAPITULATIF_NON_COMPOSE'> {
  const ecrit = composerPdf(MODELE, {
    ...changer(entete, (texte) => dessinable(texte, MOT_MAX)),
    parties: parties.map(({ titre, blocs }) => ({ titre: dessinable(titre, MOT_MAX), blocs: blocs.map(coupe) })),
  })
  return ecrit.ok ? ecrit : no('RECAPITULATIF_NON_COMPOSE', ecrit.detail)
}
