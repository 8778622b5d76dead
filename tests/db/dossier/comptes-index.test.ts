import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { VueDossiers } from '#domain/dossier/vues'
import { jourDeParis } from '#domain/temps/jour'
import { diskStorage } from '#infra/storage'
import { conditionDeVue } from '#queries/dossier/compteurs-dossiers'
import { ownDb } from '#support/own-db'
import { genererDossiers } from '#usecases/entretien/generer-dossiers'
import { unAgent } from './faits'

const NOW = new Date('2025-07-15T08:00:00Z')

describe('the tabs', () => {
  let world: Awaited<ReturnType<typeof ownDb>>
  let moi: string
  beforeAll(async () => {
    world = await ownDb()
    const storage = diskStorage(world.dataDir)
    await genererDossiers({ ...world, storage, now: () => NOW }, { dossiers: 400, graine: 7, tell: () => undefined })
    moi = (await unAgent(world.db)).id
  })
  afterAll(() => world.drop())

  test('the tabs that change with the day read partial indexes alone', async () => {
    await world.db
      .$executeRaw`UPDATE dossier SET complement_limite = ${jourDeParis(NOW)}::date + 5 WHERE etat = 'INCOMPLET' AND random() < 0.1`
    await world.db.$executeRaw`ANALYZE dossier`
    const planDe = async (vue: VueDossiers) => {
      const [, lignes] = await world.db.$transaction([
        world.db.$executeRaw`SET LOCAL enable_seqscan = off`,
        world.db.$queryRaw<
          Record<string, string>[]
        >`EXPLAIN SELECT count(*) FROM dossier d WHERE ${conditionDeVue(vue, { moi: moi, now: NOW })}`,
      ])
      return JSON.stringify(lignes)
    }
    expect(await planDe('attente')).toContain('dossier_complement_attendu_idx')
    expect(await planDe('delai-depasse')).toContain('dossier_complement_attendu_idx')
    expect(await planDe('rejet-proche')).toContain('dossier_rejet_en_cours_idx')
    expect(await planDe('miens')).toContain('dossier_agent_rejet_idx')
    expect(await planDe('conventions')).toContain('decision_convention_a_signer_idx')
    expect(await planDe('a-verser')).toContain('decision_a_verser_idx')
    for (const vue of ['bilans-attendus', 'bilans-en-retard'] as const)
      expect(await planDe(vue)).toContain('bilan_de_projet_attendu_idx')
    expect(await planDe('bilans-a-examiner')).toContain('bilan_de_projet_a_examiner_idx')
    expect(await planDe('reversements-attendus')).toContain('demande_de_reversement_attendue_idx')
    const aNotifier = await planDe('a-notifier')
    expect(aNotifier).not.toMatch(/Seq Scan on/)
    expect(aNotifier).toContain('decision_par_courrier_depuis_idx')
    expect(aNotifier).toContain('courriel_decision_a_reprendre_idx')
    expect(aNotifier).toContain('ligne_seance_vote_tenu_idx')
    const deverrouilles = await planDe('deverrouilles')
    expect(deverrouilles).not.toMatch(/Seq Scan on/)
    expect(deverrouilles).toContain('deverrouillage_ouvert_echeance_idx')
    expect(deverrouilles).toContain('demande_deverrouillage_en_attente_idx')
    expect(deverrouilles).toContain('dossier_pkey')
    expect(deverrouilles).toContain('modification_a_examiner_idx')
  })
})
