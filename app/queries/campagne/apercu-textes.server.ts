import { type Agent, requireDroit } from '#domain/acces/droits'
import { estDeFiche, type ModeleATextes, type RefusTexte, type TextesSaisis } from '#domain/courriel/textes'
import { ok, type Result } from '#domain/result'
import { type Essai, essaisDesTextes } from '#emails/courriel-d-essai'
import type { Db } from '#infra/db'
import { expediteurDe, expediteurDit } from '#infra/stores/courriel/expediteur'
import { loadSujetDEssai } from '#infra/stores/campagne/sujet-d-essai'

/** Dossiers or fiches that a mail may be shown on. */
const SUJETS_MAX = 20

type SujetDEssai = { id: string; nom: string }

/** The dossiers, or the fiches, of a campagne that a mail of this modele may be shown on, the last deposited first. */
export async function sujetsDEssai(db: Db, campagneId: string, modele: ModeleATextes): Promise<SujetDEssai[]> {
  if (estDeFiche(modele)) {
    const fiches = await db.preProjet.findMany({
      where: { campagneId },
      orderBy: [{ recuLe: 'desc' }, { id: 'asc' }],
      take: SUJETS_MAX,
      select: { id: true, titre: true, structureNom: true },
    })
    return fiches.map(({ id, titre, structureNom }) => ({ id, nom: [titre, structureNom].filter(Boolean).join(', ') }))
  }
  const dossiers = await db.dossier.findMany({
    where: { campagneId, numero: { not: null } },
    orderBy: [{ deposeLe: 'desc' }, { id: 'asc' }],
    take: SUJETS_MAX,
    select: { id: true, numero: true, structure: { select: { nom: true } } },
  })
  return dossiers.map(({ id, numero, structure }) => ({ id, nom: `${numero ?? ''}, ${structure.nom}` }))
}

/** The mails that these texts would write, on a real dossier or fiche, to the agent who asks. For those who may set them. Throws NotFound. */
export async function apercuTextes(
  db: Db,
  agent: Agent,
  saisis: TextesSaisis & { code: string; sujetId: string },
  now: Date,
): Promise<Result<(Essai & { courriel: { de: string; reponsesA: string } })[], RefusTexte>> {
  requireDroit(agent, 'campagne.regler')
  const { redacteur, ...sujet } = await loadSujetDEssai(db, agent, saisis, now)
  const essais = essaisDesTextes(saisis, sujet, { now, redacteur })
  if (!essais.ok) return essais
  const dit = expediteurDit(await expediteurDe(db, { campagneId: sujet.campagne.id }))
  return ok(essais.value.map((essai) => ({ ...essai, courriel: { ...essai.courriel, ...dit } })))
}
