import type { Db } from '#infra/db'
import { bannettePreProjets, BannettePreProjetsParams } from '#queries/pre-projet/bannette-pre-projets'
import { fichePreProjet } from '#queries/pre-projet/fiche-pre-projet'
import { voisinesPreProjet } from '#queries/pre-projet/voisines-pre-projet'
import { mediane, type Mesure } from './mesure'

const TOURS = 15
/** Who looks: nobody of this base. */
const PERSONNE = '00000000-0000-4000-8000-000000000000'

const PLANCHER = 'une fiche par sa clé'

const ECRANS: [nom: string, params: Record<string, string>][] = [
  ['pré-projets, première page', {}],
  ['pré-projets, dernière page', { page: '1000000' }],
  ['pré-projets, à traiter', { vue: 'a-traiter' }],
  ['pré-projets, un état et un genre, par montant', { etat: 'AVIS_RENDU', genre: 'association', sort: 'montant' }],
  ['pré-projets, par structure', { sort: 'structure' }],
  ['pré-projets, recherche « chorale herne »', { q: 'chorale herne' }],
  ['pré-projets, recherche sans résultat', { q: 'zzzz introuvable' }],
]

/** Fills an empty table with fiches that look like real ones: their words, states, kinds and amounts vary, each with its mail. */
export async function semerFiches(db: Db, nombre: number) {
  await db.$executeRaw`
    INSERT INTO pre_projet (id, etat, avis, recu_le, hors_delai, titre, structure_nom, structure_nom_plie, titre_plie, siret, genre, pays, ville,
      montant_souhaite_cents, date_debut, date_fin, champs, a_relire)
    SELECT gen_random_uuid(), e.etat::"EtatPreProjet", CASE WHEN e.etat = 'AVIS_RENDU' THEN 'FAVORABLE'::"AvisPreProjet" END,
      timestamptz '2025-01-06 08:00Z' + i * interval '7 minutes', i % 9 = 0, t.titre, s.nom, lower(s.nom), lower(t.titre),
      lpad((82811035300000 + i % 4000)::text, 14, '0'), (ARRAY['association', 'commune', 'eple', 'ccas_epl'])[1 + i % 4],
      (ARRAY['Allemagne', 'Pologne', 'Italie'])[1 + i % 3], (ARRAY['Herne', 'Kielce', 'Turin', 'Gdańsk'])[1 + i % 4],
      CASE WHEN i % 11 > 0 THEN 100000 + (i * 7919) % 900000 END, date '2025-07-01' + (i % 200), date '2025-07-08' + (i % 200),
      '{}'::jsonb, ARRAY['siret']
    FROM generate_series(1, ${nombre}::int) AS i
    CROSS JOIN LATERAL (SELECT (ARRAY['A_TRAITER', 'A_RETRAVAILLER', 'AVIS_RENDU', 'CLOS', 'AVIS_RENDU'])[1 + i % 5] AS etat) e
    CROSS JOIN LATERAL (SELECT (ARRAY['Chorale', 'Cinéma', 'Football', 'Mémoire', 'Théâtre'])[1 + (i * 31) % 5] || ' et rencontre ' || i AS titre) t
    CROSS JOIN LATERAL (SELECT 'Comité de jumelage ' || (i % 4000) AS nom) s`
  await db.$executeRaw`
    INSERT INTO courriel_recu (id, message_id, empreinte, cle, nom_fichier, taille, de, sujet, recu_le, nature, motif_nature, pre_projet_id)
    SELECT gen_random_uuid(), p.id || '@exemple.test', p.id::text, 'courriels/' || p.id, 'fiche.eml', 1000, 'fiche@exemple.test', 'Fiche', p.recu_le,
      'FICHE', 'Une fiche y a été lue.', p.id FROM pre_projet p`
  await db.$executeRaw`ANALYZE`
}

/** The bannette of fiches, one fiche whole, and the way from a fiche to the next of a list, as ratios to reading one fiche by its key. */
export async function ecransPreProjets(db: Db): Promise<Mesure[]> {
  const volume = await db.preProjet.count()
  const { id } = await db.preProjet.findFirstOrThrow({
    orderBy: { recuLe: 'asc' },
    skip: Math.floor(volume / 2),
    select: { id: true },
  })
  const plancher = await mediane(TOURS * 4, () => db.preProjet.findUnique({ where: { id }, select: { id: true } }))
  const mesures: Mesure[] = []
  const mesurer = async (nom: string, faire: () => Promise<unknown>) => {
    const ms = await mediane(TOURS, faire)
    mesures.push({ nom, volume, ms, ratio: ms / plancher, plancher: PLANCHER })
  }
  for (const [nom, params] of ECRANS)
    await mesurer(nom, () => bannettePreProjets(db, BannettePreProjetsParams.parse(params), PERSONNE))
  await mesurer('une fiche, sa page', () => fichePreProjet(db, id, '2025-06-15'))
  const liste = BannettePreProjetsParams.parse({ vue: 'avis-rendus', sort: 'montant' })
  await mesurer('une fiche, ses voisines', () => voisinesPreProjet(db, { ...liste, id }, PERSONNE))
  return mesures
}
