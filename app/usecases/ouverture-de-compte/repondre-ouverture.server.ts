import { type Agent, requireDroit } from '#domain/acces/droits'
import { type Demandeur, nomDActeur } from '#domain/acces/acteur'
import { cleUnique } from '#domain/courriel/courriel'
import type { ModeleAutomatique } from '#domain/courriel/porte'
import type { EtatOuverture } from '#domain/ouverture-de-compte/ouverture'
import { peutGererMembres, type RoleMembre } from '#domain/ouverture-de-compte/membre'
import type { RefusReponse } from '#domain/ouverture-de-compte/reponse'
import { ok, type Result } from '#domain/result'
import type { CourrielRendu } from '#emails/mise-en-page'
import { promettreCourriel } from '#infra/courriels'
import type { Tx } from '#infra/db'
import type { Deps } from '#infra/deps'
import { Conflict, NotFound } from '#infra/errors'
import { writeJournal } from '#infra/journal'
import { estFerme, roleDans, tenirMembres } from '#infra/stores/demandeur/demandeur'
import { structureVisee } from '#infra/stores/ouverture-de-compte/structures-connues'
import type { Prisma } from '#prisma'

/** Which request, the version of it that was on the screen, and the structure whose page showed it, where a structure's did. */
export type OuvertureVisee = { ouvertureId: string; version: number; depuisStructureId?: string }

/** A request as it is answered. */
export type OuvertureTenue = Prisma.OuvertureDeCompteGetPayload<object>

/** What an answer does, and the mail that says it. */
export type Reponse = {
  acte: 'accepterOuverture' | 'refuserOuverture'
  etat: EtatOuverture
  change: Prisma.OuvertureDeCompteUncheckedUpdateManyInput
  detail: Prisma.InputJsonObject
  mail: { fait: 'compte-ouvert' | 'compte-refuse'; modele: ModeleAutomatique; mots: CourrielRendu }
}

/** When it is answered, and for a member of the structure that it asks to join, which one it is and what they are in it. */
type Autour = { le: Date; chez: { structure: { id: string; nom: string }; role: RoleMembre } | null }

/**
 * Answers one request, once: `decider` is asked while nobody else can answer it. An officer answers any; a demandeur, those who ask to join a structure
 * that they may sign for, and no other is there for them. Throws NotFound, Conflict, Forbidden.
 */
export async function repondreOuverture(
  { db, now }: Deps,
  acteur: Agent | Demandeur,
  { ouvertureId, version, depuisStructureId }: OuvertureVisee,
  decider: (tx: Tx, lue: OuvertureTenue, autour: Autour) => Promise<Result<Reponse, RefusReponse>>,
): Promise<Result<undefined, RefusReponse>> {
  if (acteur.type === 'AGENT') requireDroit(acteur, 'compte.ouvrir')
  return db.$transaction(async (tx) => {
    const le = now()
    await tx.$queryRaw`SELECT id FROM ouverture_de_compte WHERE id = ${ouvertureId}::uuid FOR UPDATE`
    const lue = await tx.ouvertureDeCompte.findUnique({ where: { id: ouvertureId } })
    if (!lue || lue.etat === 'A_CONFIRMER') throw new NotFound('ouverture-de-compte', ouvertureId)
    const chez = acteur.type === 'AGENT' ? null : await structureDuRepondant(tx, acteur, lue)
    if (depuisStructureId && chez?.structure.id !== depuisStructureId)
      throw new NotFound('ouverture-de-compte', ouvertureId)
    if (lue.version !== version) throw new Conflict('ouverture-de-compte', ouvertureId)
    const answer = await decider(tx, lue, { le, chez })
    if (!answer.ok) return answer
    const { acte, etat, change, detail, mail } = answer.value
    const traiteePar = `${nomDActeur(acteur)}${chez ? ', représentant légal' : ''}`
    const traitee = { traiteeLe: le, traiteePar, version: { increment: 1 } }
    await tx.ouvertureDeCompte.updateMany({ where: { id: lue.id, version }, data: { ...change, ...traitee, etat } })
    await promettreCourriel(tx, acteur, {
      cleUnique: cleUnique(mail.fait, lue.id),
      mots: {
        modele: mail.modele,
        destinataire: lue.courriel,
        destinataireNom: `${lue.prenom} ${lue.nom}`,
        ...mail.mots,
        signature: null,
      },
      sujet: null,
      faitLe: le,
      creeLe: le,
      partirLe: null,
      reponse: {},
    })
    await writeJournal(tx, acteur, { acte, objet: 'ouverture-de-compte', objetId: lue.id, detail, le })
    return ok()
  })
}

/**
 * The structure that a request asks to join, where this demandeur may sign for it. Nobody is taken out of it meanwhile. A request of who has a
 * closed account is an officer's alone. Throws NotFound.
 */
async function structureDuRepondant(tx: Tx, demandeur: Demandeur, { id, siret, courriel }: OuvertureTenue) {
  const structure = await structureVisee(tx, siret)
  if (!structure || (await estFerme(tx, courriel))) throw new NotFound('ouverture-de-compte', id)
  await tenirMembres(tx, structure.id)
  const role = await roleDans(tx, demandeur.id, structure.id)
  if (!peutGererMembres(role)) throw new NotFound('ouverture-de-compte', id)
  return { structure, role }
}
