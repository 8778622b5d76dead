import type { Fait } from '#domain/campagne/condition'
import { type FaitPrecise, FAITS_PRECISES, lireFaits } from '#domain/campagne/contexte'
import { FAIT_PRECISE } from '#domain/campagne/exigence'
import { estArrete } from '#domain/dossier/etat'
import type { Db } from '#infra/db'
import { NotFound } from '#infra/errors'
import { attenduesDuDossier, exigencesEnVigueur } from '#infra/stores/campagne/exigences'
import { changementsDemandes } from '#infra/stores/campagne/reapplication'

/** One thing an officer may say of a dossier: what waits for it, and what was said, as the form writes it. */
export type FaitADire = { fait: FaitPrecise; dit: string; pieces: string[] }

const enReponse = (valeur: string | boolean | null | undefined): string =>
  typeof valeur === 'string' ? valeur : valeur === true ? 'oui' : valeur === false ? 'non' : ''

/**
 * Under which version a dossier is asked its pièces, what the one in force would change, and what an officer may say for a condition to
 * be answered. `changements` is empty where nothing would change or nothing can be applied. Throws NotFound.
 */
export async function exigencesDossier(db: Db, id: string) {
  const dossier = await db.dossier.findUnique({
    where: { id },
    select: {
      id: true,
      etat: true,
      version: true,
      faits: true,
      campagneId: true,
      exigencesId: true,
      structure: { select: { genre: true } },
      exigences: { select: { numero: true, publieeLe: true } },
    },
  })
  if (!dossier) throw new NotFound('dossier', id)
  const [attendues, vue] = await Promise.all([
    attenduesDuDossier(db, dossier),
    exigencesEnVigueur(db, dossier.campagneId),
  ])
  const peutChanger = vue !== null && vue !== dossier.exigencesId && dossier.etat !== 'BROUILLON'
  const ouvert = peutChanger && !estArrete(dossier.etat)
  const [enVigueur, changements] = await Promise.all([
    peutChanger
      ? db.versionExigences.findUnique({ where: { id: vue }, select: { id: true, numero: true, publieeLe: true } })
      : null,
    ouvert ? changementsDemandes(db, [dossier], vue) : null,
  ])
  return {
    version: dossier.version,
    suivie: dossier.exigences,
    enVigueur,
    changements: changements?.get(id) ?? [],
    aDire: faitsADire(attendues, dossier.faits),
  }
}

/** What some pièce waits for, and what was already said. */
function faitsADire(attendues: readonly { code: string; aVerifier: readonly Fait[] }[], faits: unknown): FaitADire[] {
  const dits = lireFaits(faits)
  return FAITS_PRECISES.map((fait) => ({
    fait,
    dit: enReponse(dits[fait]),
    pieces: attendues.filter((a) => a.aVerifier.some((f) => FAIT_PRECISE[f] === fait)).map(({ code }) => code),
  })).filter(({ dit, pieces }) => dit !== '' || pieces.length > 0)
}
