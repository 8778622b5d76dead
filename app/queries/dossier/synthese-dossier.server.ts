import { reouverture } from '#domain/demande-en-ligne/saisie'
import { champDe } from '#domain/portail/colonnes'
import type { Db } from '#infra/db'
import { etatPourLeMembre } from '#infra/stores/demandeur/dossier-du-membre'
import { statutDuPortail } from '#libelles/demandeur/statut-du-portail'

export type AnomalieLue = { colonne: string; motif: string; valeur: string; champ: string | null }

const isTexte = (value: unknown): value is string => typeof value === 'string'

const isJson = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Reads the anomalies of a line as the import wrote them; what has another form is left out. */
function lireAnomalies(json: unknown): AnomalieLue[] {
  if (!Array.isArray(json)) return []
  return json.filter(isJson).flatMap(({ colonne, motif, valeur }) => {
    if (!isTexte(colonne) || !isTexte(motif)) return []
    return [{ colonne, motif, valeur: isTexte(valeur) ? valeur : '', champ: champDe(colonne) }]
  })
}

/**
 * What was deposited of one dossier: every field of the form by name, and what is wrong in it. What was deposited on the extranet has no portal to say its
 * statut anew: it is the one its structure reads at this instant.
 */
export async function syntheseDossier(db: Db, dossierId: string, now: Date) {
  const { donnees, anomalies, id, etat, origine, deverrouillages, ...dossier } = await db.dossier.findUniqueOrThrow({
    where: { id: dossierId },
    select: {
      ...{ id: true, etat: true, origine: true, deverrouillages: true },
      donnees: true,
      anomalies: true,
      disparuLe: true,
      statutPortail: true,
      structure: { select: { nom: true, siret: true, genre: true, commune: true } },
      campagne: { select: { code: true, libelle: true } },
    },
  })
  const champs = isJson(donnees)
    ? Object.fromEntries(Object.entries(donnees).filter((entry): entry is [string, string] => isTexte(entry[1])))
    : {}
  const statutPortail = statutDuPortail({
    ...{ origine, statutPortail: dossier.statutPortail, etat: (await etatPourLeMembre(db, { id, etat }, now)).etat },
    rouverte: reouverture({ dossier: { deverrouillages } }, now) !== null,
  })
  return {
    ...dossier,
    champs: origine === 'EXTRANET' ? { ...champs, statut: statutPortail } : champs,
    anomalies: lireAnomalies(anomalies),
  }
}
