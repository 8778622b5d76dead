import { randomUUID } from 'node:crypto'
import { type ChampsEnregistres, colonnesDe } from '#domain/pre-projet/champs'
import type { EtatPreProjet } from '#domain/pre-projet/etat'
import type { Db } from '#infra/db'

const SOURCE = { fichier: 'fiche.docx', endroit: 'tableau 1, ligne 3' }

/** A field read without doubt. */
export const lu = (valeur: string | null) => ({
  valeur,
  texteLu: valeur ?? 'illisible',
  source: SOURCE,
  confiance: 'CERTAIN' as const,
})

/** A fiche whose SIRET has a wrong key, whose grant is missing, and where all else was read without doubt. */
export const CHAMPS: ChampsEnregistres = {
  structure: lu('Les Amis de l’Europe'),
  genre: lu('Association loi 1901'),
  siret: { ...lu('82811035300021'), confiance: 'DOUTEUX', doute: 'SIRET_INVALIDE' },
  contact: lu('Inès Delcroix'),
  courriel: lu('ines@exemple.test'),
  titre: lu('Échange à Herne'),
  pays: lu('Allemagne'),
  ville: lu('Herne'),
  dateDebut: lu('2025-07-01'),
  dateFin: lu('2025-07-08'),
  nbJeunes: lu('24'),
  coutTotal: lu('1200000'),
}

export type Voulu = {
  champs?: ChampsEnregistres
  etat?: EtatPreProjet
  recuLe?: Date
  horsDelai?: boolean
  campagneId?: string
  expediteur?: string
}

/** A fiche as the reception writes it, with the mail it came by. */
export async function unPreProjet(db: Db, voulu: Voulu = {}) {
  const { champs = CHAMPS, recuLe = new Date('2025-05-10T09:00:00Z'), expediteur = 'secretariat@exemple.test' } = voulu
  const { etat, horsDelai, campagneId } = voulu
  return db.preProjet.create({
    data: {
      ...colonnesDe(champs),
      champs,
      recuLe,
      ...(etat && { etat }),
      ...(horsDelai !== undefined && { horsDelai }),
      ...(campagneId && { campagne: { connect: { id: campagneId } } }),
      courriels: {
        create: {
          messageId: randomUUID(),
          empreinte: randomUUID(),
          cle: `courriels/${randomUUID()}`,
          nomFichier: 'fiche.eml',
          taille: 1000,
          de: expediteur,
          sujet: 'Fiche',
          recuLe,
          nature: 'FICHE',
          motifNature: 'Une fiche y a été lue.',
          pieces: {
            create: {
              rang: 0,
              nom: 'fiche.pdf',
              cle: `jointes/${randomUUID()}`,
              taille: 10,
              typeMime: 'application/pdf',
              sha256: 'x',
            },
          },
        },
      },
    },
    include: { courriels: { include: { pieces: true } } },
  })
}
