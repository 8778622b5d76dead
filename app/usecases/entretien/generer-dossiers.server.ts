import { compter } from '#domain/nombre'
import { SYSTEME } from '#domain/acces/acteur'
import { codeCampagne } from '#domain/campagne/campagne-par-defaut'
import { DISPOSITIFS } from '#domain/dispositif'
import { CONTEXTE_INCONNU } from '#domain/campagne/contexte'
import { exigees } from '#domain/campagne/exigence'
import { attenduesParDefaut } from '#domain/campagne/matrice'
import {
  ANNEES_GENEREES,
  DOSSIERS_MAX,
  dossierGenere,
  piecesGenerees,
  structureGeneree,
} from '#domain/dossier/dossier-genere'
import { codesManquants, etatCompletude, examinerCompletude } from '#domain/piece/completude'
import { no, ok, type Result } from '#domain/result'
import type { DepsFichiers } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import {
  type DossierAInserer,
  effacerGeneres,
  insertDossiers,
  insertStructures,
  onlyGenerated,
  PIECE_GENEREE,
} from '#infra/stores/dossier/generation'
import { installerCampagnes } from '#usecases/campagne/installer-campagnes'

export type Input = { dossiers: number; graine: number; tell: (sentence: string) => void }

/** Rows of one statement. */
const PAQUET = 5_000

/** Dossiers of one structure, on average. */
const PAR_STRUCTURE = 5

/** Structures whose SIREN stays in the range that belongs to nobody. */
const STRUCTURES_MAX = 100_000

/**
 * Fills the database with a volume of dossiers and their pièces, the same for the same graine; what an earlier call made is replaced. Refused
 * as soon as one row was not generated: nothing real is ever mixed with it, or lost.
 */
export async function genererDossiers(
  deps: DepsFichiers,
  { dossiers, graine, tell }: Input,
): Promise<Result<undefined, 'BASE_REELLE' | 'TROP_DE_DOSSIERS'>> {
  const { db, storage, now } = deps
  if (dossiers > DOSSIERS_MAX) return no('TROP_DE_DOSSIERS', String(DOSSIERS_MAX))
  if (!(await onlyGenerated(db))) return no('BASE_REELLE')
  await effacerGeneres(db)

  const millesimes = ANNEES_GENEREES.flatMap((annee) => DISPOSITIFS.map((dispositif) => ({ dispositif, annee })))
  const { parCode } = await installerCampagnes(deps, SYSTEME, millesimes)
  await storage.put(PIECE_GENEREE.cle, PIECE_GENEREE.contenu)

  const structures = Math.min(STRUCTURES_MAX, Math.max(1, Math.floor(dossiers / PAR_STRUCTURE)))
  for (let de = 0; de < structures; de += PAQUET) {
    await insertStructures(
      db,
      de,
      rangs(de, structures).map((rang) => structureGeneree(graine, rang)),
    )
  }
  for (let de = 0; de < dossiers; de += PAQUET) {
    const rows = rangs(de, dossiers).map((rang) => composer({ graine, rang, structures }))
    const campagneIdDe = ({ dispositif, annee }: DossierAInserer) =>
      parCode.get(codeCampagne(dispositif, annee))?.id ?? ''
    await insertDossiers(
      db,
      rows.map((row) => ({ ...row, campagneId: campagneIdDe(row) })),
      now(),
    )
    tell(`${compter(Math.min(de + PAQUET, dossiers), 'dossier')} sur ${dossiers}…`)
  }
  await db.$transaction((tx) =>
    writeJournal(tx, SYSTEME, {
      acte: 'genererDossiers',
      objet: 'lot',
      objetId: 'generation',
      detail: { dossiers, graine },
      le: now(),
    }),
  )
  return ok()
}

/** A dossier with its pièces and the completeness that follows from them. */
function composer({ graine, rang, structures }: { graine: number; rang: number; structures: number }): DossierAInserer {
  const dossier = dossierGenere(graine, rang, structures)
  const { genre } = structureGeneree(graine, dossier.structure)
  const pieces = piecesGenerees(graine, rang, { ...dossier, genre })
  const completude = examinerCompletude(
    exigees(attenduesParDefaut(dossier.dispositif, genre), CONTEXTE_INCONNU),
    pieces,
  )
  return {
    ...dossier,
    campagneId: '',
    pieces,
    completude: etatCompletude(completude),
    nbManquantes: codesManquants(completude).length,
    nbAControler: completude.aControler.length,
    codesManquants: codesManquants(completude),
  }
}

const rangs = (de: number, total: number) => Array.from({ length: Math.min(PAQUET, total - de) }, (_, i) => de + i)
