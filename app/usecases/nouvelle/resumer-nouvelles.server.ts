import { SYSTEME } from '#domain/acces/acteur'
import { cleUnique } from '#domain/courriel/courriel'
import { type Jour, jourDeParis } from '#domain/temps/jour'
import { estOuvre } from '#domain/temps/jours-ouvres'
import { LIGNES_DU_RESUME, nouvellesDuJour } from '#emails/modeles/nouvelles-du-jour'
import { promettreCourriel } from '#infra/courriels'
import type { Deps } from '#infra/deps'
import { adressePublique } from '#infra/jeton'
import { lireNouvelles } from '#infra/stores/nouvelle/nouvelle'
import { lireFermetures } from '#infra/stores/temps/fermetures'
import { direNouvelle } from '#libelles/nouvelle/dire-nouvelle'
import { Prisma } from '#prisma'

/** News that are looked at to write one mail: far more than it says. */
const LUES_MAX = 500

type Demandeur = { id: string; prenom: string; nom: string; courriel: string; resumeJusqua: bigint }

/**
 * Writes, on a working day, to each agent who asked for it, what happened that they have not looked at and that no earlier mail told; to nobody where there is
 * nothing. Run twice, on one day or at once, it writes once. Gives how many were written.
 */
export async function resumerNouvelles({ db, now }: Deps): Promise<{ ecrits: number }> {
  const jour = jourDeParis(now())
  if (!estOuvre(jour, await lireFermetures(db))) return { ecrits: 0 }
  const demandeurs = await db.agent.findMany({
    where: { actif: true, resumeDuJour: true },
    select: { id: true, prenom: true, nom: true, courriel: true, resumeJusqua: true },
    orderBy: { id: 'asc' },
  })
  let ecrits = 0
  for (const demandeur of demandeurs) if (await ecrireResume({ db, now }, demandeur, jour)) ecrits += 1
  return { ecrits }
}

async function ecrireResume({ db, now }: Deps, agent: Demandeur, jour: Jour): Promise<boolean> {
  const { id, prenom, nom, courriel: destinataire, resumeJusqua } = agent
  const lues = await lireNouvelles(db, id, Prisma.sql`vue_le IS NULL AND entree_id > ${resumeJusqua}`, LUES_MAX)
  const [derniere] = lues
  if (!derniere) return false
  const lignes = lues.slice(0, LIGNES_DU_RESUME).map((ligne) => ({ ...direNouvelle(ligne), pour: ligne.pour }))
  const donnees = { prenom, lignes, reste: lues.length - lignes.length, adresse: adressePublique('/nouvelles') }
  return db.$transaction(async (tx) => {
    const { count } = await tx.agent.updateMany({
      where: { id, actif: true, resumeDuJour: true, resumeJusqua },
      data: { resumeJusqua: BigInt(derniere.entree) },
    })
    if (count === 0) return false
    const le = now()
    const cle = cleUnique('nouvelles', `${id}/${jour}`)
    if (await tx.courriel.findUnique({ where: { cleUnique: cle }, select: { id: true } })) return false
    await promettreCourriel(tx, SYSTEME, {
      cleUnique: cle,
      mots: {
        modele: 'nouvelles_du_jour',
        destinataire,
        destinataireNom: `${prenom} ${nom}`,
        ...nouvellesDuJour(donnees),
        echeances: [],
        signature: null,
      },
      sujet: null,
      faitLe: le,
      creeLe: le,
      partirLe: null,
      reponse: {},
    })
    return true
  })
}
