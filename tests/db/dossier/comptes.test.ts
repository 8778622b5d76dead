import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { jourDeParis } from '#domain/temps/jour'
import { EN_COURS, ETATS } from '#domain/dossier/etat'
import { VUES_DOSSIERS } from '#domain/dossier/vues'
import { genererDossiers } from '#usecases/entretien/generer-dossiers'
import { verifierComptes } from '#usecases/entretien/verifier-comptes'
import { ecartsDesComptes, refaireComptes, resserrerComptes } from '#infra/stores/comptes'
import { cadre } from '#queries/cadre/cadre'
import { tableauDeBord } from '#queries/cadre/tableau-de-bord'
import { compteursDossiers, conditionDeVue } from '#queries/dossier/compteurs-dossiers'
import { BannetteDossiersParams } from '#queries/dossier/bannette-dossiers'
import { filtresDossiers } from '#queries/dossier/filtres-dossiers'
import { diskStorage } from '#infra/storage'
import { ownDb } from '#support/own-db'
import { Prisma } from '#prisma'
import { unAgent } from './faits'

const NOW = new Date('2025-07-15T08:00:00Z')
const ACTES = 10_000
const ECRIVAINS = 8

/** Whole numbers from a seed: the same run makes the same draws, whatever the order in which writers come. */
function tirage(graine: number) {
  let etat = graine >>> 0
  return (max: number) => {
    etat = (Math.imul(etat, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((etat / 4_294_967_296) * max)
  }
}

type Tirer = (max: number) => number
type Acte = { sql: string; valeurs: unknown[] }

describe('the kept counts', () => {
  let world: Awaited<ReturnType<typeof ownDb>>
  let pool: pg.Pool
  const agents: string[] = []
  let dossiers: string[] = []
  let structures: string[] = []

  beforeAll(async () => {
    world = await ownDb()
    pool = new pg.Pool({ connectionString: world.url, max: ECRIVAINS })
    const storage = diskStorage(world.dataDir)
    await genererDossiers({ ...world, storage, now: () => NOW }, { dossiers: 400, graine: 7, tell: () => undefined })
    for (let i = 0; i < 3; i += 1) agents.push((await unAgent(world.db)).id)
    dossiers = (await world.db.dossier.findMany({ select: { id: true }, orderBy: { id: 'asc' } })).map(({ id }) => id)
    structures = (await world.db.structure.findMany({ select: { id: true } })).map(({ id }) => id)
  })
  afterAll(async () => {
    await pool.end()
    await world.drop()
  })

  const parmi = <T>(tirer: Tirer, liste: readonly T[]): T | undefined => liste[tirer(liste.length)]
  const VISIBLES = ETATS.filter((etat) => etat !== 'BROUILLON')

  /** One write of those the application makes on what is counted, on rows that the other writers write too. */
  function acteAuHasard(tirer: Tirer, n: number): Acte {
    const id = parmi(tirer, dossiers)
    switch (tirer(11)) {
      case 0:
        return {
          sql: `UPDATE dossier SET etat = $2::"EtatDossier", montant_accorde_cents = CASE WHEN $2::text LIKE 'ACCORDE%' THEN $3::bigint END WHERE id = $1`,
          valeurs: [id, parmi(tirer, VISIBLES), tirer(100_000)],
        }
      case 1:
        return {
          sql: 'UPDATE dossier SET agent_id = $2 WHERE id = $1',
          valeurs: [id, tirer(3) ? parmi(tirer, agents) : null],
        }
      case 2:
        return {
          sql: `UPDATE dossier SET completude = $2::"EtatCompletude", nb_a_controler = $3, codes_manquants = $4, recevabilite = (ARRAY['RIEN_A_SIGNALER', 'A_VERIFIER', 'VERIFIEE'])[1 + $3::int]::"EtatRecevabilite" WHERE id = $1`,
          valeurs: [
            id,
            parmi(tirer, ['MANQUANTES', 'A_CONTROLER', 'COMPLET']),
            tirer(3),
            ['RIB', 'STATUTS', 'JO'].slice(tirer(4)),
          ],
        }
      case 3:
        return {
          sql: 'UPDATE dossier SET montant_demande_cents = $2, objet = $3 WHERE id = $1',
          valeurs: [id, tirer(1e6), `Objet ${n}`],
        }
      case 4:
        return {
          sql: `INSERT INTO dossier (id, cle_brouillon, campagne_id, structure_id, etat, statut_portail, objet, montant_demande_cents, donnees)
            SELECT gen_random_uuid(), $1, campagne_id, $2, 'BROUILLON', 'Brouillon', 'Essai', 1000, '{}' FROM dossier WHERE id = $3`,
          valeurs: [`essai-${n}`, parmi(tirer, structures), id],
        }
      case 5:
        return { sql: 'DELETE FROM dossier WHERE cle_brouillon = $1', valeurs: [`essai-${tirer(n + 1)}`] }
      case 6:
        return {
          sql: 'UPDATE structure SET genre = $2 WHERE id = $1',
          valeurs: [parmi(tirer, structures), parmi(tirer, ['association', 'commune', 'eple'])],
        }
      case 7:
        return {
          sql: `INSERT INTO pre_projet (id, etat, recu_le, hors_delai, champs, a_relire) VALUES (gen_random_uuid(), $1::"EtatPreProjet", now(), $2, '{}', '{}')`,
          valeurs: [parmi(tirer, ['A_TRAITER', 'CLOS']), tirer(2) === 0],
        }
      case 8:
        return {
          sql: `UPDATE pre_projet SET etat = $1::"EtatPreProjet" WHERE id = (SELECT id FROM pre_projet ORDER BY id OFFSET $2 LIMIT 1)`,
          valeurs: [parmi(tirer, ['A_TRAITER', 'AVIS_RENDU', 'CLOS']), tirer(50)],
        }
      case 9:
        return {
          sql: `INSERT INTO courriel (id, cle_unique, modele, destinataire, sujet, texte, html, acteur_type, acteur) VALUES (gen_random_uuid(), $1, 'ar_depot', 'a@exemple.test', 's', 't', '', 'SYSTEME', 'Le système')
            ON CONFLICT (cle_unique) DO UPDATE SET etat = 'ECHEC', cause = 'REFUSE'`,
          valeurs: [`essai/${tirer(200)}`],
        }
      default:
        return { sql: 'UPDATE dossier SET depose_le = depose_le + $2::int WHERE id = $1', valeurs: [id, tirer(3) - 1] }
    }
  }

  /** One writer: acts alone, some two in a transaction, one in ten taken back. */
  async function ecrire(graine: number, actes: number) {
    const tirer = tirage(graine)
    const client = await pool.connect()
    try {
      for (let n = 0; n < actes; n += 1) {
        await client.query('BEGIN')
        const { sql, valeurs } = acteAuHasard(tirer, graine * 100_000 + n)
        await client.query(sql, valeurs)
        await client.query(tirer(10) === 0 ? 'ROLLBACK' : 'COMMIT')
      }
    } finally {
      client.release()
    }
  }

  test('are what the rows say after ten thousand acts by eight writers, while they are gathered', async () => {
    const encore = { vrai: true }
    const resserrer = (async () => {
      while (encore.vrai) await resserrerComptes(world.db)
    })()
    const ecrits = await Promise.allSettled(
      Array.from({ length: ECRIVAINS }, (_, i) => ecrire(i + 1, ACTES / ECRIVAINS)),
    )
    encore.vrai = false
    await resserrer
    expect(ecrits.filter(({ status }) => status === 'rejected')).toEqual([])
    expect(await ecartsDesComptes(world.db)).toEqual([])
    expect((await verifierComptes({ db: world.db, now: () => NOW })).ecarts).toEqual([])

    const code = (await world.db.campagne.findFirstOrThrow({ where: { dossiers: { some: {} } } })).code
    const regard = { moi: agents[0] ?? '', now: NOW }
    // Some wait for the demandeur alone; of those, some have something to look at all the same.
    await world.db
      .$executeRaw`UPDATE dossier SET complement_limite = ${jourDeParis(NOW)}::date + (abs(hashtext(id::text)) % 9 - 2)
      WHERE etat = 'INCOMPLET' AND abs(hashtext(id::text)) % 2 = 0`
    const demandes: Record<string, string>[] = [
      {},
      { campagne: code },
      { etat: 'INCOMPLET' },
      { genre: 'association' },
      { completude: 'manquantes' },
      { agent: agents[0] ?? '' },
      { agent: agents[1] ?? '' },
      { agent: 'personne' },
      { recevabilite: 'a-verifier', campagne: code },
      { piece: 'RIB' },
      { depuis: '2024-05-01' },
      { depuis: '2024-05-01', jusqua: '2025-05-01' },
      { campagne: code, etat: 'DEPOSE', genre: 'commune', completude: 'a-controler', agent: 'personne' },
      { etat: 'COMPLET', piece: 'JO' },
      { fil: 'aucun' },
      { q: 'herne' },
    ]
    for (const demande of demandes) {
      const poses = filtresDossiers(BannetteDossiersParams.parse(demande))
      const { compteurs } = await compteursDossiers(world.db, poses, regard)
      for (const vue of VUES_DOSSIERS) {
        const conditions = Prisma.join([conditionDeVue(vue, regard), ...poses.map(({ sql }) => sql)], ' AND ')
        const [vrai] = await world.db.$queryRaw<
          { n: number }[]
        >`SELECT count(*)::int AS n FROM dossier d WHERE ${conditions}`
        expect(compteurs[vue], `${JSON.stringify(demande)} ${vue}`).toBe(vrai?.n)
      }
    }

    const aFaire = await world.db.$queryRaw<
      { n: number }[]
    >`SELECT count(*)::int AS n FROM dossier d WHERE ${conditionDeVue('a-faire', regard)}`
    expect(aFaire[0]?.n).toBeLessThan(await world.db.dossier.count({ where: { etat: { in: [...EN_COURS] } } }))
    expect(await cadre(world.db, NOW, regard.moi)).toEqual({
      preProjets: await world.db.preProjet.count({ where: { etat: 'A_TRAITER' } }),
      dossiers: aFaire[0]?.n,
      courrielsAVoir: await world.db.courriel.count({ where: { etat: { in: ['ECHEC', 'RETENU'] } } }),
      rapportsEnCours: 0,
      nouvelles: 0,
      comptesAOuvrir: 0,
      aides: 0,
    })
    for (const { code: une, demandeCents, accordeCents, dossiers: nombre } of (await tableauDeBord(world.db, regard))
      .campagnes) {
      const somme = await world.db.dossier.aggregate({
        where: { campagne: { code: une }, etat: { not: 'BROUILLON' } },
        _count: true,
        _sum: { montantDemandeCents: true, montantAccordeCents: true },
      })
      expect([nombre, demandeCents, accordeCents]).toEqual([
        somme._count,
        somme._sum.montantDemandeCents ?? 0n,
        somme._sum.montantAccordeCents ?? 0n,
      ])
    }
  }, 180_000)

  test('a gap that could not be mended is not said to be', async () => {
    await refaireComptes(world.db)
    await world.db.$executeRaw`INSERT INTO compte (objet, valeurs, nombre) VALUES ('rapport', ARRAY['PRET'], 2)`
    await world.db.$executeRaw`ALTER FUNCTION comptes_refaire() RENAME TO comptes_refaire_ailleurs`
    await expect(verifierComptes({ db: world.db, now: () => NOW })).rejects.toThrow('comptes_refaire')
    await world.db.$executeRaw`ALTER FUNCTION comptes_refaire_ailleurs() RENAME TO comptes_refaire`
    expect(await world.db.entreeJournal.count({ where: { acte: 'refaireComptes' } })).toBe(0)
  })

  test('a gap is said in the journal, and mended', async () => {
    await refaireComptes(world.db)
    await world.db
      .$executeRaw`INSERT INTO dossier_compte (axe, valeur, campagne, genre, completude, agent, etat, libre, a_controler, a_verifier, nombre, demande_cents, accorde_cents)
      VALUES ('etat', 'DEPOSE', '', '', '', '', 'DEPOSE', true, false, false, 3, 0, 0)`
    const { ecarts } = await verifierComptes({ db: world.db, now: () => NOW })
    expect(ecarts).toMatchObject([{ objet: 'dossier', nombre: 3 }])
    expect(await ecartsDesComptes(world.db)).toEqual([])
    const entree = await world.db.entreeJournal.findFirstOrThrow({ where: { acte: 'refaireComptes' } })
    expect(entree.detail).toMatchObject({ ecarts: 1 })
  })
})
