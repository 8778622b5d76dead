import { type Agent, requireDroit } from '#domain/acces/droits'
import { estNumero } from '#domain/dossier/numero'
import type { Result } from '#domain/result'
import {
  champsDesVersements,
  type DossierNomme,
  jugerVersements,
  type LigneDeVersements,
} from '#domain/suite-accord/classeur-de-versements'
import { fromDate } from '#domain/temps/jour'
import type { Db } from '#infra/db'
import type { DepsFichiers } from '#infra/deps'
import { lireTableauDepose } from '#lecteurs/tableau-depose'
import { phraseLigneRefusee } from '#libelles/suite-accord/classeur-de-versements'
import { preparerParLigne } from '#usecases/lot-actes/preparer-par-ligne'
import type { RefusPreparation } from '#usecases/lot-actes/preparer-lot'

/** `ILLISIBLE`: `detail` is the sentence to show. */
export type RefusClasseurDeVersements = RefusPreparation | 'ILLISIBLE'

/** The dossiers that the file names, with what is recorded of each. */
async function dossiersNommes(db: Db, lues: readonly LigneDeVersements[]): Promise<Map<string, DossierNomme>> {
  const numeros = [...new Set(lues.map(({ numero }) => numero).filter(estNumero))]
  const rows = await db.dossier.findMany({
    where: { numero: { in: numeros } },
    select: {
      ...{ id: true, numero: true },
      versements: {
        select: { id: true, nature: true, montantCents: true, le: true, reference: true, annuleLe: true },
      },
    },
  })
  return new Map(
    rows.map(({ id: dossierId, numero, versements }) => [
      numero ?? '',
      {
        dossierId,
        versements: versements.map(({ annuleLe, le, ...un }) => ({
          ...un,
          le: fromDate(le),
          estAnnule: annuleLe !== null,
        })),
      },
    ]),
  )
}

/**
 * Takes the accountants’ file: a reader reads its bytes, and a lot is prepared of the payments that are not recorded yet, to be looked at line by line
 * before any yes. Nothing is recorded yet. Throws Forbidden.
 */
export async function deposerVersements(
  deps: DepsFichiers,
  agent: Agent,
  { nom, cle }: { nom: string; cle: string },
): Promise<Result<{ lotId: string }, RefusClasseurDeVersements>> {
  requireDroit(agent, 'versement.enregistrer')
  const lue = await lireTableauDepose('versements', deps, { nom, cle })
  if (!lue.ok) return lue
  const { dossiers, refusees } = jugerVersements(lue.value, await dossiersNommes(deps.db, lue.value))
  return preparerParLigne(deps, agent, {
    acte: 'verser',
    champs: {},
    lignes: dossiers.map(({ dossierId, versements }) => ({
      dossierId,
      saisie: champsDesVersements(versements),
      motif: null,
    })),
    rejets: refusees.map(phraseLigneRefusee),
  })
}
