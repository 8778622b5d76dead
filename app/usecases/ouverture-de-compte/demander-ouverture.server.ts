import { randomUUID } from 'node:crypto'
import { SYSTEME } from '#domain/acces/acteur'
import { cleUnique } from '#domain/courriel/courriel'
import {
  DUREE_CONFIRMATION_MS,
  type OuvertureLue,
  type OuvertureRefusee,
  type SaisieOuverture,
} from '#domain/ouverture-de-compte/ouverture'
import { ok, type Ok } from '#domain/result'
import { compteAConfirmer } from '#emails/modeles/compte-extranet'
import { promettreCourriel } from '#infra/courriels'
import type { Tx } from '#infra/db'
import type { Deps } from '#infra/deps'
import { hashJeton } from '#infra/jeton'
import { writeJournal } from '#infra/journal'
import { jetonDuCourriel } from '#infra/stores/acces/lien-secret'
import { attenteDEnvoi } from '#infra/stores/acces/limite-envoi'
import { lireSaisie } from '#infra/stores/ouverture-de-compte/saisie'

type Input = {
  saisie: SaisieOuverture
  ip: string
  /** Names this sending: the same twice is one request. Null where the page had no script. */
  cleEnvoi: string | null
}

/** `refusees` says which answers are wrong; `detail` of TROP_D_ESSAIS is the seconds to wait. */
export type OuvertureNonPrise = { ok: false } & (
  { reason: 'REPONSES'; refusees: readonly OuvertureRefusee[] } | { reason: 'TROP_D_ESSAIS'; detail: string }
)

const OUVERTURE = 'ouverture de compte'

/**
 * Somebody asks for an account of the extranet. They are written to, with a copy and the link that confirms their address; no officer sees the
 * request before. An address that has an account is answered the same, and asks to be of one more structure.
 */
export async function demanderOuverture(
  deps: Deps,
  { saisie, ip, cleEnvoi }: Input,
): Promise<Ok<undefined> | OuvertureNonPrise> {
  const { lue, refusees, structure } = await lireSaisie(deps.db, saisie)
  if (refusees.length > 0) return { ok: false, reason: 'REPONSES', refusees }
  const attente = await attenteDEnvoi(deps, { quoi: OUVERTURE, courriel: lue.courriel, ip })
  if (attente > 0) return { ok: false, reason: 'TROP_D_ESSAIS', detail: String(attente) }
  await deps.db.$transaction((tx) => ecrire(tx, { lue, structure, cleEnvoi, le: deps.now() }))
  return ok()
}

type AEcrire = { lue: OuvertureLue; structure: string; cleEnvoi: string | null; le: Date }

async function ecrire(tx: Tx, { lue, structure, cleEnvoi, le }: AEcrire) {
  const id = randomUUID()
  const cle = cleUnique('ouverture-de-compte', id)
  const confirmation = hashJeton(jetonDuCourriel(cle))
  const confirmationExpireLe = new Date(le.getTime() + DUREE_CONFIRMATION_MS)
  const { count } = await tx.ouvertureDeCompte.createMany({
    data: { ...lue, id, cleEnvoi, confirmation, confirmationExpireLe, demandeeLe: le },
    skipDuplicates: true,
  })
  if (count === 0) return
  await promettreCourriel(tx, SYSTEME, {
    cleUnique: cle,
    mots: {
      modele: 'compte_a_confirmer',
      destinataire: lue.courriel,
      destinataireNom: `${lue.prenom} ${lue.nom}`,
      ...compteAConfirmer({ lue, structure }),
      echeances: [],
      signature: null,
    },
    sujet: null,
    faitLe: le,
    creeLe: le,
    partirLe: null,
    reponse: {},
  })
  const detail = { siret: lue.siret, structure }
  await writeJournal(tx, SYSTEME, { acte: 'demanderOuverture', objet: 'ouverture-de-compte', objetId: id, detail, le })
}
