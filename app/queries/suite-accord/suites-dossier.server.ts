import { etatDeConvention } from '#domain/suite-accord/accord'
import { totalVerse } from '#domain/suite-accord/versement'
import type { Db } from '#infra/db'
import { loadDossier } from '#infra/stores/dossier/dossier'
import { accordDe, versementsDe } from '#infra/stores/suite-accord/suite-accord'

const PERSONNE = { select: { prenom: true, nom: true } } as const

/** What follows the grant of a dossier: its convention and what was paid; `accord` is null where it is not granted. */
export async function suitesDossier(db: Db, dossierId: string, now: Date) {
  const dossier = await loadDossier(db, dossierId)
  const accord = await accordDe(db, dossier, now)
  const gardes = await versementsDe(db, dossierId)
  const details = await db.versement.findMany({
    where: { dossierId },
    select: {
      ...{ id: true, saisiLe: true, par: PERSONNE },
      ...{ annuleLe: true, annulePar: PERSONNE, motifAnnulation: true },
    },
  })
  const verseCents = totalVerse(gardes)
  return {
    version: dossier.version,
    accord: accord && {
      ...accord,
      etatConvention: etatDeConvention(accord.convention),
      verseCents,
      resteCents: accord.montantCents - verseCents,
    },
    versements: gardes.flatMap((versement) => {
      const detail = details.find(({ id }) => id === versement.id)
      return detail ? [{ ...versement, ...detail }] : []
    }),
  }
}
