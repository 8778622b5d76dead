import { no, ok, type Result } from '#domain/result'
import type { Tx } from '#infra/db'
import type { Deps } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { limiteConnexion, type Lieu } from '#infra/stores/acces/limite-connexion'
import { verifyMotDePasse } from '#infra/mot-de-passe'
import { agentDe } from '#infra/stores/acces/agent'

export type Motif = 'IDENTIFIANTS_INCONNUS' | 'TROP_D_ESSAIS'

/** `navigateur`: the hash of this browser's own cookie, null for one that has none. */
type Essai = { courriel: string; motDePasse: string; ip: string; navigateur: string | null }

/**
 * Checks an address and a password. An unknown address, a wrong password and a closed account get the same answer, in
 * the same time. A browser signed in from is known from then on. `detail` of TROP_D_ESSAIS is the seconds to wait.
 */
export async function seConnecter(
  { db, now }: Deps,
  { courriel, motDePasse, ip, navigateur }: Essai,
): Promise<Result<{ agentId: string }, Motif>> {
  const le = now()
  const adresse = courriel.trim().toLowerCase()
  const agent = await db.agent.findUnique({
    where: { courriel: adresse },
    include: { navigateurs: { where: { id: navigateur ?? '' } } },
  })
  const lieu: Lieu = navigateur && agent?.navigateurs.length ? { navigateur } : { ip }
  const limite = limiteConnexion(db, { courriel: adresse, lieu, now: le })
  const attente = await limite.prendre()
  if (attente > 0) return no('TROP_D_ESSAIS', String(attente))

  const reconnu = await verifyMotDePasse(agent?.motDePasse, motDePasse)
  if (!agent?.actif || !reconnu) return no('IDENTIFIANTS_INCONNUS')

  await limite.oublier()
  await db.$transaction(async (tx) => {
    if (navigateur) await connaitre(tx, { id: navigateur, agentId: agent.id, vuLe: le })
    await writeJournal(tx, agentDe(agent), { acte: 'seConnecter', objet: 'agent', objetId: agent.id, le })
  })
  return ok({ agentId: agent.id })
}

const connaitre = (tx: Tx, { id, agentId, vuLe }: { id: string; agentId: string; vuLe: Date }) =>
  tx.navigateurConnu.upsert({
    where: { id_agentId: { id, agentId } },
    create: { id, agentId, vuLe },
    update: { vuLe },
    select: { id: true },
  })
