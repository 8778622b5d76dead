import { etatDeConvention } from '#domain/suite-accord/accord'
import { etatDuBilan, montantARendre } from '#domain/suite-accord/bilan-de-projet'
import { totalVerse } from '#domain/suite-accord/versement'
import { jourDeParis } from '#domain/temps/jour'
import type { Db } from '#infra/db'
import { loadDossier } from '#infra/stores/dossier/dossier'
import { bilanDe } from '#infra/stores/suite-accord/bilan-de-projet'
import { accordDe, versementsDe } from '#infra/stores/suite-accord/suite-accord'

const PERSONNE = { select: { prenom: true, nom: true } } as const

/** What follows the grant of a dossier: its convention, what was paid and its bilan; `accord` is null where it is not granted. */
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
  const bilan = await bilanDe(db, dossierId)
  const juge = await db.bilanDeProjet.findUnique({
    where: { dossierId },
    select: { motif: true, depenseCents: true, jugeLe: true, jugePar: PERSONNE },
  })
  const { coutTotalCents } = dossier
  return {
    version: dossier.version,
    accord: accord && {
      ...accord,
      etatConvention: etatDeConvention(accord.convention),
      verseCents,
      resteCents: accord.montantCents - verseCents,
    },
    bilan: bilan &&
      juge && {
        ...bilan,
        ...juge,
        etat: etatDuBilan(bilan, jourDeParis(now)),
        coutTotalCents,
        // As it is today: what was given back since is no longer to be.
        aRendreCents:
          accord && juge.depenseCents !== null
            ? montantARendre({
                ...{ montantCents: accord.montantCents, verseCents, coutTotalCents },
                depenseCents: juge.depenseCents,
              })
            : null,
      },
    versements: gardes.flatMap((versement) => {
      const detail = details.find(({ id }) => id === versement.id)
      return detail ? [{ ...versement, ...detail }] : []
    }),
  }
}
