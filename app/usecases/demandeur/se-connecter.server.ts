import type { Entree, RefusSecondFacteur } from '#domain/demandeur/second-facteur'
import { no, ok, type Result } from '#domain/result'
import type { Deps } from '#infra/deps'
import { writeJournal } from '#infra/journal'
import { verifyMotDePasse } from '#infra/mot-de-passe'
import { limiteConnexion } from '#infra/stores/acces/limite-connexion'
import { demandeurDe } from '#infra/stores/demandeur/demandeur'
import { aSecondFacteur, limiteDesCodes, prendreCode } from '#infra/stores/demandeur/second-facteur'

type Essai = { courriel: string; motDePasse: string; ip: string }

type RefusMotDePasse = 'IDENTIFIANTS_INCONNUS' | 'TROP_D_ESSAIS'

/** Tries on the extranet count apart from those of an officer of the same address. */
const EXTRANET = 'extranet'

/**
 * The demandeur of this address, if this is their password. An unknown address, a wrong password, a closed account and one that has no password yet get the
 * same answer, in the same time. `detail` of TROP_D_ESSAIS is the seconds to wait.
 */
export async function motDePasseDe({ db, now }: Deps, { courriel, motDePasse, ip }: Essai) {
  const adresse = courriel.trim().toLowerCase()
  const limite = limiteConnexion(db, { courriel: `${EXTRANET} ${adresse}`, lieu: { ip }, now: now() })
  const attente = await limite.prendre()
  if (attente > 0) return no('TROP_D_ESSAIS', String(attente))
  const demandeur = await db.demandeur.findUnique({ where: { courriel: adresse } })
  const reconnu = await verifyMotDePasse(demandeur?.motDePasse, motDePasse)
  if (!demandeur?.actif || !reconnu) return no('IDENTIFIANTS_INCONNUS')
  await limite.oublier()
  return ok(demandeur)
}

/** Checks the address and the password of a demandeur. `detail` of TROP_D_ESSAIS is the seconds to wait. */
export async function connecterDemandeur(deps: Deps, essai: Essai): Promise<Result<Entree, RefusMotDePasse>> {
  const reconnu = await motDePasseDe(deps, essai)
  if (!reconnu.ok) return reconnu
  const { id: demandeurId } = reconnu.value
  if (await aSecondFacteur(deps.db, demandeurId)) return ok({ demandeurId, secondFacteur: true })
  await deps.db.$transaction((tx) =>
    writeJournal(tx, demandeurDe(reconnu.value), {
      ...{ acte: 'seConnecter', objet: 'demandeur', objetId: demandeurId, le: deps.now() },
    }),
  )
  return ok({ demandeurId, secondFacteur: false })
}

/**
 * Ends a sign-in whose password was right by a code of the second factor; each serves once, and so does the right password. `etape` is the hash of its
 * token. `detail` of TROP_D_ESSAIS is the seconds to wait.
 */
export async function confirmerConnexion(
  { db, now }: Deps,
  { etape, code }: { etape: string; code: string },
): Promise<Result<{ demandeurId: string; jetonProConnect: string | null }, RefusSecondFacteur>> {
  const le = now()
  const ouverte = { id: etape, expireLe: { gt: le }, demandeur: { actif: true } }
  const lue = await db.etapeDeConnexion.findFirst({
    where: ouverte,
    select: { demandeur: true, jetonProConnect: true },
  })
  if (!lue) return no('ETAPE_PERDUE')
  const { id: demandeurId } = lue.demandeur
  const limite = limiteDesCodes(db, demandeurId, le)
  const attente = await limite.prendre()
  if (attente > 0) return no('TROP_D_ESSAIS', String(attente))
  const answer = await db.$transaction(async (tx) => {
    const genre = await prendreCode(tx, { demandeurId, saisi: code, now: le })
    if (genre === null) return no('CODE_INCORRECT')
    const { count } = await tx.etapeDeConnexion.deleteMany({ where: ouverte })
    if (count === 0) return no('ETAPE_PERDUE')
    await writeJournal(tx, demandeurDe(lue.demandeur), {
      ...{ acte: 'seConnecter', objet: 'demandeur', objetId: demandeurId, detail: { secondFacteur: genre }, le },
    })
    return ok({ demandeurId, jetonProConnect: lue.jetonProConnect })
  })
  if (answer.ok) await limite.oublier()
  return answer
}
