import { randomUUID } from 'node:crypto'
import { SYSTEME } from '#domain/acces/acteur'
import { DUREE_LIEN_OUBLI_MS } from '#domain/acces/compte'
import { cleUnique } from '#domain/courriel/courriel'
import { no, ok, type Result } from '#domain/result'
import { motDePasse } from '#emails/modeles/mot-de-passe'
import { promettreCourriel } from '#infra/courriels'
import type { Deps } from '#infra/deps'
import { hashJeton } from '#infra/jeton'
import { writeJournal } from '#infra/journal'
import { jetonDuCourriel } from '#infra/stores/acces/lien-secret'
import { promiseJob } from '#infra/outbox'
import { attenteDEnvoi } from '#infra/stores/acces/limite-envoi'
import { lienDeMotDePasse } from '#jobs/catalogue'

type Oubli = { courriel: string; ip: string }

const OUBLI = 'mot de passe oublié'

/**
 * Somebody says that they forgot the password of this address. An address that nobody has is answered the same, by the same work: a worker
 * finds out whether there is somebody to write to. `detail` of TROP_D_ESSAIS is the seconds to wait.
 */
export async function oublierMotDePasse(
  { db, now }: Deps,
  { courriel, ip }: Oubli,
): Promise<Result<undefined, 'TROP_D_ESSAIS'>> {
  const le = now()
  const adresse = courriel.trim().toLowerCase()
  const attente = await attenteDEnvoi({ db, now }, { quoi: OUBLI, courriel: adresse, ip })
  if (attente > 0) return no('TROP_D_ESSAIS', String(attente))
  const agent = await db.agent.findUnique({ where: { courriel: adresse }, select: { id: true } })
  const promesse = { demandeId: randomUUID(), agentId: agent?.id ?? randomUUID(), demandeLe: le.getTime() }
  await db.$transaction((tx) => promiseJob(tx, lienDeMotDePasse, promesse))
  return ok()
}

/**
 * Writes to the agent of a request, if there is one whose account is open, with a link that serves once and for a day; the link given before
 * opens nothing any more. A request answered already is left alone.
 */
export async function ecrireLienOublie(
  { db, now }: Deps,
  { demandeId, agentId, demandeLe }: { demandeId: string; agentId: string; demandeLe: number },
): Promise<void> {
  const cle = cleUnique('mot-de-passe', `${agentId}/${demandeId}`)
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM agent WHERE id = ${agentId}::uuid FOR UPDATE`
    const agent = await tx.agent.findUnique({ where: { id: agentId, actif: true } })
    const ecrit = await tx.courriel.findUnique({ where: { cleUnique: cle }, select: { id: true } })
    if (!agent || ecrit) return
    const le = now()
    await tx.agent.update({
      where: { id: agentId },
      data: {
        activation: hashJeton(jetonDuCourriel(cle)),
        activationExpireLe: new Date(demandeLe + DUREE_LIEN_OUBLI_MS),
        version: { increment: 1 },
      },
    })
    const { prenom, nom, courriel: destinataire } = agent
    await promettreCourriel(tx, SYSTEME, {
      cleUnique: cle,
      mots: {
        modele: 'mot_de_passe',
        destinataire,
        destinataireNom: `${prenom} ${nom}`,
        ...motDePasse({ prenom }),
        echeances: [],
        signature: null,
      },
      sujet: null,
      faitLe: new Date(demandeLe),
      creeLe: le,
      partirLe: null,
      reponse: {},
    })
    await writeJournal(tx, SYSTEME, {
      acte: 'oublierMotDePasse',
      objet: 'agent',
      objetId: agentId,
      detail: { courriel: destinataire },
      le,
    })
  })
}
