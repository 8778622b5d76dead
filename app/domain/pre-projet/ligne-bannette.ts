import type { Avis } from '#domain/pre-projet/avis'
import type { EtatPreProjet } from '#domain/pre-projet/etat'

/** One fiche as a bannette shows it. */
export type LignePreProjet = {
  id: string
  titre: string
  structureNom: string
  commune: string
  pays: string
  ville: string
  etat: EtatPreProjet
  avis: Avis | null
  recuLe: Date
  horsDelai: boolean
  nbJeunes: number | null
  montantSouhaiteCents: bigint | null
  aRelire: string[]
  contactCourriel: string
  campagne: { code: string } | null
}

/**
 * The same line on its way to the screen: values alone, in this order. Many lines are written by the database as one text, which nothing on
 * the way reads again.
 */
type LigneEcrite = [
  id: string,
  titre: string,
  structureNom: string,
  commune: string,
  pays: string,
  ville: string,
  etat: EtatPreProjet,
  avis: Avis | null,
  recuLe: number,
  horsDelai: boolean,
  nbJeunes: number | null,
  montantSouhaiteCents: string | null,
  aRelire: string[],
  contactCourriel: string,
  campagne: string | null,
]

function lireLigne(ecrite: LigneEcrite): LignePreProjet {
  const [id, titre, structureNom, commune, pays, ville, etat, avis, recuLe, horsDelai, ...reste] = ecrite
  const [nbJeunes, montant, aRelire, contactCourriel, code] = reste
  return {
    ...{ id, titre, structureNom, commune, pays, ville, etat, avis, horsDelai, nbJeunes, aRelire, contactCourriel },
    recuLe: new Date(recuLe),
    montantSouhaiteCents: montant === null ? null : BigInt(montant),
    campagne: code === null ? null : { code },
  }
}

/** The lines of a page of the bannette, from the text the database wrote. */
export const lireLignesPreProjets = (texte: string): LignePreProjet[] =>
  (JSON.parse(texte) as LigneEcrite[]).map(lireLigne)
