import { type Agent, requireDroit } from '#domain/acces/droits'
import type { NatureVotee } from '#domain/dossier/decision'
import type { RefusLettre } from '#domain/dossier/lettre'
import type { Result } from '#domain/result'
import { lettreDEssai } from '#emails/lettre-d-essai'
import type { Db } from '#infra/db'
import { loadSujetDEssai } from '#infra/stores/campagne/sujet-d-essai'
import type { Interrompue } from '#lecteurs/lecteurs'
import { dessiner } from '#queries/dossier/lettre-dossier'

type Vise = { code: string; nature: NatureVotee; now: Date }

/** The letter of a decision of this nature as the settings of a campagne make it, on a dossier that is nobody's. A refusal is in words. Throws NotFound. */
export async function lettreDEssaiDeCampagne(
  db: Db,
  agent: Agent,
  { code, nature, now }: Vise,
): Promise<Result<Uint8Array, RefusLettre | Interrompue>> {
  requireDroit(agent, 'campagne.regler')
  const sujet = await loadSujetDEssai(db, agent, { code, modele: 'decision_favorable', sujetId: '' }, now)
  const dossier = { ...sujet.dossier, campagne: sujet.campagne }
  const lettre = lettreDEssai(dossier, nature, { now, redacteur: sujet.redacteur })
  return dessiner(lettre ?? 'PAS_DE_DECISION', { campagne: code, nature })
}
