import type { Champ, FicheLue } from '#domain/pre-projet/fiche'
import { readEml } from '#support/courriel-lu'
import { readFiche } from '#fichiers/document/fiche-recue'
import { unCourriel } from '#support/courriels'

/** What is found in this mail. */
export async function lireFiche(courriel: Buffer) {
  const lu = await readEml(courriel)
  if (!lu.ok) throw new Error(lu.detail)
  return readFiche(lu.value)
}

/** What is found in a mail that brings this file. */
export const lireJointe = (nom: string, contenu: Buffer) =>
  lireFiche(unCourriel({ texte: 'Ci-joint notre fiche pré-projet.', pieces: [{ nom, contenu }] }))

/** The values of these fields, without where and how they were read. */
export const valeurs = (fiche: FicheLue | null) =>
  Object.fromEntries(Object.entries(fiche?.champs ?? {}).map(([champ, lu]) => [champ, lu.valeur])) as Partial<
    Record<Champ, unknown>
  >

/** What the fiches written in each layout all say. */
export const COMPLETE = {
  structure: 'Comité de jumelage de Lillers',
  siret: '74039848200019',
  titre: 'Chantier franco-polonais',
  pays: 'Pologne',
  ville: 'Katowice',
  dateDebut: '2025-09-03',
  dateFin: '2025-09-12',
  nbJeunes: 24,
  coutTotal: 1_250_000n,
  montantSouhaite: 400_000n,
}
