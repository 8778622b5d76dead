import { no, ok, type Result } from '#domain/result'
import type { Deps } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { verifyMotDePasse } from '#infra/mot-de-passe'
import { limiteConnexion } from '#infra/stores/acces/limite-connexion'
import { demandeurDe } from '#infra/stores/demandeur/demandeur'

type Essai = { courriel: string; motDePasse: string; ip: string }

/** Tries on the extranet count apart from those of an officer of the same address. */
const EXTRANET = 'extranet'

/**
 * Checks the address and the password of a demandeur. An unknown address, a wrong password, a closed account and one that has no password yet
 * get the same answer, in the same time. `detail` of TROP_D_ESSAIS is the seconds to wait.
 */
export async function connecterDemandeur(
  { db, now }: Deps,
  { courriel, motDePasse, ip }: Essai,
): Promise<Result<{ demandeurId: string }, 'IDENTIFIANTS_INCONNUS' | 'TROP_D_ESSAIS'>> {
  const le = now()
  const adresse = courriel.trim().toLowerCase()
  const limite = limiteConnexion(db, { courriel: `${EXTRANET} ${adresse}`, lieu: { ip }, now: le })
  const attente = await limite.prendre()
  if (attente > 0) return no('TROP_D_ESSAIS', String(attente))
  const demandeur = await db.demandeur.findUnique({ where: { courriel: adresse } })
  const reconnu = await verifyMotDePasse(demandeur?.motDePasse, motDePasse)
  if (!demandeur?.actif || !reconnu) return no('IDENTIFIANTS_INCONNUS')
  await limite.oublier()
  await db.$transaction((tx) =>
    writeJournal(tx, demandeurDe(demandeur), {
      ...{ acte: 'seConnecter', objet: 'demandeur', objetId: demandeur.id, le },
    }),
  )
  return ok({ demandeurId: demandeur.id })
}
