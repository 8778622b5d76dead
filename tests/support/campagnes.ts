import { lireReglages, type Reglages, reglagesEnJson, type Signataire } from '#domain/campagne/reglages'
import { SYSTEME } from '#domain/acces/acteur'
import type { Db } from '#infra/db'
import { installerCampagnes } from '#usecases/campagne/installer-campagnes'

/** Who answers for a campagne that has set its mails up, whole. */
export const SIGNATAIRE: Signataire = {
  prenom: 'Jeanne',
  nom: 'Essai',
  qualite: 'Cheffe de mission',
  service: 'Mission coopération européenne et internationale',
  adresse: 'Hôtel du Département, rue Ferdinand Buisson, 62018 Arras Cedex 9',
  telephone: '03 21 21 62 16',
  courriel: 'mission@exemple.test',
}

/** Changes some réglages of every campagne there is. */
export async function regler(db: Db, change: Partial<Reglages>): Promise<void> {
  for (const { id, reglages, dispositif } of await db.campagne.findMany()) {
    const apres = { ...lireReglages(reglages, dispositif), ...change }
    await db.campagne.update({ where: { id }, data: { reglages: reglagesEnJson(apres) } })
  }
}

/** The two campagnes of this year, opened before anything is imported, and set up so. */
export async function ouvrirCampagnes(db: Db, annee: number, change: Partial<Reglages>): Promise<void> {
  const voulues = [{ dispositif: 'MEI', annee } as const, { dispositif: 'JUMELAGES', annee } as const]
  await installerCampagnes({ db, now: () => new Date(`${annee}-01-06T08:00:00Z`) }, SYSTEME, voulues)
  await regler(db, { signataire: SIGNATAIRE, ...change })
}
