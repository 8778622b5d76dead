import { randomUUID } from 'node:crypto'
import { SYSTEME } from '#domain/acces/acteur'
import { DUREE_LIEN_OUBLI_MS } from '#domain/acces/compte'
import { cleUnique } from '#domain/courriel/courriel'
import { no, ok, type Result } from '#domain/result'
import { motDePasseDuDemandeur } from '#emails/modeles/compte-extranet'
import { promettreCourriel } from '#infra/courriels'
import type { Deps } from '#infra/deps'
import { hashJeton } from '#infra/jeton'
import { writeJournal } from '#infra/journal'
import { promiseJob } from '#infra/outbox'
import { jetonDuCourriel } from '#infra/stores/acces/lien-secret'
import { attenteDEnvoi } from '#infra/stores/acces/limite-envoi'
import { lienDeDemandeur } from '#jobs/demandeur'

const GENERER = 'mot de passe de l’extranet'

/**
 * Somebody asks for a password: a first one, or one in place of another. An address that nobody has, or whose account is closed, is answered the same, by the same
 * work: a worker finds out whether there is somebody to write to. `detail` of TROP_D_ESSAIS is the seconds to wait.
 */
export async function genererMotDePasse(
  { db, now }: Deps,
  { courriel, ip }: { courriel: string; ip: string },
): Promise<Result<undefined, 'TROP_D_ESSAIS'>> {
  const adresse = courriel.trim().toLowerCase()
  const attente = await attenteDEnvoi({ db, now }, { quoi: GENERER, courriel: adresse, ip })
  if (attente > 0) return no('TROP_D_ESSAIS', String(attente))
  const demandeur = await db.demandeur.findUnique({ where: { courriel: adresse }, select: { id: true } })
  const promesse = {
    demandeId: randomUUID(),
    demandeurId: demandeur?.id ?? randomUUID(),
    demandeLe: now().getTime(),
  }
  await db.$transaction((tx) => promiseJob(tx, lienDeDemandeur, promesse))
  return ok()
}

/**
 * Writes to the demandeur of a request, if there is one, with their identifiant and a link that serves once and for a day; the link given before opens
 * nothing any more. A request answered already is left alone.
 */
export async function ecrireLienDeDemandeur(
  { db, now }: Deps,
  { demandeId, demandeurId, demandeLe }: { demandeId: string; demandeurId: string; demandeLe: number },
): Promise<void> {
  const cle = cleUnique('mot-de-passe-extranet', `${demandeurId}/${demandeId}`)
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM demandeur WHERE id = ${demandeurId}::uuid FOR UPDATE`
    const demandeur = await tx.demandeur.findUnique({ where: { id: demandeurId } })
    const ecrit = await tx.courriel.findUnique({ where: { cleUnique: cle }, select: { id: true } })
    if (!demandeur?.actif || ecrit) return
    const le = now()
    const faitLe = new Date(demandeLe)
    await tx.demandeur.update({
      where: { id: demandeurId },
      data: {
        activation: hashJeton(jetonDuCourriel(cle)),
        activationExpireLe: new Date(demandeLe + DUREE_LIEN_OUBLI_MS),
      },
      select: { id: true },
    })
    const { prenom, nom, courriel } = demandeur
    await promettreCourriel(tx, SYSTEME, {
      cleUnique: cle,
      mots: {
        modele: 'mot_de_passe_extranet',
        destinataire: courriel,
        destinataireNom: `${prenom} ${nom}`,
        ...motDePasseDuDemandeur({ prenom, identifiant: courriel }),
        echeances: [],
        signature: null,
      },
      ...{ sujet: null, faitLe, creeLe: le, partirLe: null, reponse: {} },
    })
    await writeJournal(tx, SYSTEME, {
      ...{ acte: 'genererMotDePasse', objet: 'demandeur', objetId: demandeurId, detail: { courriel }, le },
    })
  })
}
