import { type Agent, requireDroit } from '#domain/acces/droits'
import {
  lireTextes,
  type ModeleATextes,
  type RefusTexte,
  type TextesDeModele,
  type TextesSaisis,
} from '#domain/courriel/textes'
import { no, ok, type Result } from '#domain/result'
import { emplacementsDe, verifierTextes } from '#emails/textes-saisis'
import type { Deps } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { campagneARegler } from '#infra/stores/campagne/version-exigences'
import { expectVersion } from '#infra/stores/dossier/dossier'

/** `code` and `version` are those of the campagne. */
type Input = TextesSaisis & { code: string; version: number }

export type RefusTextes = RefusTexte | 'CAMPAGNE_ARCHIVEE' | 'RIEN_N_A_CHANGE'

/**
 * Words the prose of one mail of a campagne. What is promised already keeps the words it was promised with; each version stays, and may be
 * come back to by saving its texts again. Throws NotFound, Conflict, Forbidden.
 */
export async function reglerTextes(
  { db, now }: Deps,
  agent: Agent,
  { code, version, ...saisis }: Input,
): Promise<Result<{ numero: number }, RefusTextes>> {
  requireDroit(agent, 'campagne.regler')
  const { modele } = saisis
  const lus = verifierTextes(saisis)
  if (!lus.ok) return lus

  return db.$transaction(async (tx) => {
    const visee = await campagneARegler(tx, code)
    if (!visee.ok) return visee
    const campagne = visee.value
    const { id } = campagne
    expectVersion('campagne', campagne, version)
    const tous = lireTextes(campagne.textes)
    const differences = comparer(modele, tous[modele] ?? {}, lus.value)
    if (differences.length === 0) return no('RIEN_N_A_CHANGE')
    const le = now()
    await tx.campagne.update({
      where: { id },
      data: { textes: { ...tous, [modele]: lus.value }, version: { increment: 1 } },
    })
    const { _max } = await tx.versionTextes.aggregate({ where: { campagneId: id, modele }, _max: { numero: true } })
    const numero = (_max.numero ?? 0) + 1
    await tx.versionTextes.create({
      data: {
        ...{ campagneId: id, modele, numero, textes: lus.value },
        ...{ agentId: agent.id, agent: `${agent.prenom} ${agent.nom}`, creeLe: le },
      },
    })
    const detail = { modele, numero, differences }
    await writeJournal(tx, agent, { acte: 'reglerTextes', objet: 'campagne', objetId: id, detail, le })
    return ok({ numero })
  })
}

/** The places whose words change, in reading order, from what to what. */
const comparer = (modele: ModeleATextes, avant: TextesDeModele, apres: TextesDeModele) =>
  emplacementsDe(modele).flatMap(({ cle, nom, maison }) => {
    const [dits, dira] = [avant[cle] ?? maison, apres[cle] ?? maison]
    return dits === dira ? [] : [{ place: nom, avant: dits, apres: dira }]
  })
