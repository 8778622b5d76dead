import { type Agent, requireDroit } from '#domain/acces/droits'
import { nomDActeur } from '#domain/acces/acteur'
import { cleUnique } from '#domain/courriel/courriel'
import type { ModeleAutomatique } from '#domain/courriel/porte'
import type { EtatOuverture } from '#domain/ouverture-de-compte/ouverture'
import type { RefusReponse } from '#domain/ouverture-de-compte/reponse'
import { ok, type Result } from '#domain/result'
import type { CourrielRendu } from '#emails/mise-en-page'
import { promettreCourriel } from '#infra/courriels'
import type { Tx } from '#infra/db'
import type { Deps } from '#infra/deps'
import { Conflict, NotFound } from '#infra/errors'
import { writeJournal } from '#infra/journal'
import type { Prisma } from '#prisma'

/** Which request, and the version of it that was on the screen. */
export type OuvertureVisee = { ouvertureId: string; version: number }

/** A request as it is answered. */
export type OuvertureTenue = Prisma.OuvertureDeCompteGetPayload<object>

/** What an answer does, and the mail that says it. */
type Reponse = {
  acte: 'accepterOuverture' | 'refuserOuverture'
  etat: EtatOuverture
  change: Prisma.OuvertureDeCompteUncheckedUpdateManyInput
  detail: Prisma.InputJsonObject
  mail: { fait: 'compte-ouvert' | 'compte-refuse'; modele: ModeleAutomatique; mots: CourrielRendu }
}

/** Answers one request, once: `decider` is asked while nobody else can answer it. Throws NotFound, Conflict, Forbidden. */
export async function repondreOuverture(
  { db, now }: Deps,
  agent: Agent,
  { ouvertureId, version }: OuvertureVisee,
  decider: (tx: Tx, lue: OuvertureTenue, le: Date) => Promise<Result<Reponse, RefusReponse>>,
): Promise<Result<undefined, RefusReponse>> {
  requireDroit(agent, 'compte.ouvrir')
  return db.$transaction(async (tx) => {
    const le = now()
    await tx.$queryRaw`SELECT id FROM ouverture_de_compte WHERE id = ${ouvertureId}::uuid FOR UPDATE`
    const lue = await tx.ouvertureDeCompte.findUnique({ where: { id: ouvertureId } })
    if (!lue || lue.etat === 'A_CONFIRMER') throw new NotFound('ouverture-de-compte', ouvertureId)
    if (lue.version !== version) throw new Conflict('ouverture-de-compte', ouvertureId)
    const answer = await decider(tx, lue, le)
    if (!answer.ok) return answer
    const { acte, etat, change, detail, mail } = answer.value
    const traitee = { traiteeLe: le, traiteePar: nomDActeur(agent), version: { increment: 1 } }
    await tx.ouvertureDeCompte.updateMany({ where: { id: lue.id, version }, data: { ...change, ...traitee, etat } })
    await promettreCourriel(tx, agent, {
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
    await writeJournal(tx, agent, { acte, objet: 'ouverture-de-compte', objetId: lue.id, detail, le })
    return ok()
  })
}
