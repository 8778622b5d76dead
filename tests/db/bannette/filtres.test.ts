import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Agent } from '#domain/acces/droits'
import { lireLignesDossiers } from '#domain/dossier/ligne-bannette'
import { Prisma } from '#prisma'
import { bannetteDossiers, BannetteDossiersParams } from '#queries/dossier/bannette-dossiers'
import { filtresDossiers } from '#queries/dossier/filtres-dossiers'
import { ownDb } from '#support/own-db'
import { jour, NOW, unAgent, uneCampagne, unDossier } from '../dossier/faits'

describe('what is typed to narrow the dossiers', () => {
  let world: Awaited<ReturnType<typeof ownDb>>
  let moi: Agent
  let campagneId: string
  beforeAll(async () => {
    world = await ownDb()
    moi = await unAgent(world.db)
    campagneId = (await uneCampagne(world.db)).id
    const un = async (objet: string, data: object) => {
      const { id } = await unDossier(world.db, { campagneId })
      await world.db.dossier.update({ where: { id }, data: { objet, ...data } })
      return id
    }
    await un('herne', {
      pays: 'Allemagne',
      villePartenaire: 'Herne',
      montantDemandeCents: 150_000n,
      projetDebut: jour('2025-07-01'),
      projetFin: jour('2025-07-08'),
      structure: { update: { commune: 'Étaples' } },
    })
    await un('krakow', {
      pays: 'Pologne',
      villePartenaire: 'Kraków 100%',
      montantDemandeCents: 150_001n,
      projetDebut: jour('2025-08-10'),
      projetFin: jour('2025-08-20'),
      structure: { update: { commune: 'Lens' } },
    })
    const outre = await un('outre', { montantDemandeCents: 900_000n })
    const retire = await un('retiré', { montantDemandeCents: 900_000n })
    const examine = await un('examiné', { montantDemandeCents: 900_000n })
    const passe = { cle: 'budget/B01', empreinte: 'e', constat: 'c', motif: 'Vu avec la structure.', parId: moi.id }
    await world.db.passerOutre.createMany({
      data: [
        { ...passe, dossierId: outre, par: 'Camille Essai', le: NOW },
        { ...passe, dossierId: retire, par: 'Camille Essai', le: NOW, retireLe: NOW },
      ],
    })
    await world.db.examenRecevabilite.create({
      data: {
        dossierId: examine,
        verdict: 'PASSER_OUTRE',
        motif: 'Vu avec la structure.',
        empreinte: 'e',
        constats: [],
        parId: moi.id,
        par: 'Camille Essai',
        le: NOW,
      },
    })
  })
  afterAll(() => world.drop())

  const objets = async (dite: Record<string, string>) => {
    const { lignes, total } = await bannetteDossiers(world.db, BannetteDossiersParams.parse(dite), {
      moi: moi.id,
      now: NOW,
    })
    const lus = lireLignesDossiers(lignes).map(({ objet }) => objet)
    expect(total).toBe(lus.length)
    return lus.toSorted()
  }

  test.each<[Record<string, string>, string[]]>([
    [{ pays: 'allemagne' }, ['herne']],
    [{ pays: 'alle' }, []],
    [{ partenaire: 'KRAK' }, ['krakow']],
    [{ partenaire: 'krakow 100%' }, ['krakow']],
    [{ partenaire: '%' }, []],
    [{ commune: 'etaples' }, ['herne']],
    [{ demandeMax: '1 500 €' }, ['herne']],
    [{ demandeMin: '1500', demandeMax: '1 501,99' }, ['herne', 'krakow']],
    [{ demandeMin: 'beaucoup', pays: 'Pologne' }, ['krakow']],
    [{ sejourDu: '2025-07-08', sejourAu: '2025-08-09' }, ['herne']],
    [{ sejourDu: '2025-07-09', sejourAu: '2025-08-09' }, []],
    [{ sejourDu: '10/08/2025' }, ['krakow']],
    [{ outre: 'oui' }, ['examiné', 'outre']],
    [{ outre: 'non', demandeMin: '9000' }, ['retiré']],
  ])('%j gives %j', async (dite, attendus) => {
    expect(await objets(dite)).toEqual(attendus)
  })

  test.each<[Record<string, string>, string]>([
    [{ pays: 'Allemagne' }, 'dossier_pays_idx'],
    [{ partenaire: 'Herne' }, 'dossier_partenaire_idx'],
    [{ commune: 'Lens' }, 'structure_commune_idx'],
    [{ territoire: '00000000-0000-4000-8000-000000000000' }, 'structure_code_insee_idx'],
    [{ demandeMin: '1500', demandeMax: '1600' }, 'dossier_montant_demande_cents_id_idx'],
    [{ sejourDu: '2025-07-01' }, 'dossier_sejour_fin_idx'],
    [{ sejourAu: '2025-07-01' }, 'dossier_sejour_debut_idx'],
    [{ outre: 'oui' }, 'passer_outre_vaut_idx'],
    [{ etiquette: 'Urgent' }, 'etiquette_plie_idx'],
    [{ service: 'Visite=OUI' }, 'champ_du_service_plie_idx'],
    [{ service: 'Visite=OUI' }, 'dossier_champs_service_idx'],
    [{ service: 'Visite=*rempli' }, 'dossier_champs_service_idx'],
    [{ proposition: 'proposee' }, 'proposition_vaut_idx'],
    [{ proposition: 'sans' }, 'proposition_vaut_idx'],
    [{ proposition: 'reserve' }, 'proposition_vaut_idx'],
  ])('%j is counted along %s', async (dite, index) => {
    const conditions = filtresDossiers(BannetteDossiersParams.parse(dite)).map(({ sql }) => sql)
    const [, lignes] = await world.db.$transaction([
      world.db.$executeRaw`SET LOCAL enable_seqscan = off`,
      world.db.$queryRaw<
        Record<string, string>[]
      >`EXPLAIN SELECT count(*) FROM dossier d WHERE ${Prisma.join(conditions, ' AND ')}`,
    ])
    expect(JSON.stringify(lignes)).toContain(index)
  })
})
