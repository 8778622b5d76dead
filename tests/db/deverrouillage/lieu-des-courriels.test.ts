import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { lieuDuDossier } from '#infra/stores/dossier/lieu'
import { apercuDeverrouillage } from '#queries/deverrouillage/apercu-deverrouillage'
import { demanderComplements } from '#usecases/complement/demander-complements'
import { deverrouillerDossier } from '#usecases/deverrouillage/deverrouiller-dossier'
import { ownDb } from '#support/own-db'
import { faitsDe, VOULU } from '../complement/faits-complements'
import { NOW, unAgent, unDossier } from '../dossier/faits'

const ICI = 'https://mcei.exemple.test'
vi.stubEnv('PUBLIC_URL', ICI)

let own: Awaited<ReturnType<typeof ownDb>>
beforeAll(async () => {
  own = await ownDb()
})
afterAll(() => own.drop())

const { deps, lire } = faitsDe(() => own)
const OUVERTURE = {
  sections: ['BUDGET'] as const,
  champs: [],
  pieces: [],
  motif: 'Le total du budget est à corriger.',
  echeance: '2025-05-18',
}

const unDe = async (origine: 'EXTRANET' | 'PORTAIL') => {
  const { id } = await unDossier(own.db, { etat: 'INCOMPLET', statuts: 'NON_CONFORME' })
  const { version } = await own.db.dossier.update({ where: { id }, data: { origine } })
  return { id, version }
}

test('what was deposited on the extranet is found at its own address there', async () => {
  const { campagne } = await own.db.dossier.findUniqueOrThrow({
    where: { id: (await unDe('EXTRANET')).id },
    include: { campagne: true },
  })
  expect(lieuDuDossier({ origine: 'EXTRANET', id: 'un', campagne })).toEqual({
    ...{ genre: 'EXTRANET', ou: `${ICI}/extranet/dossiers/un` },
    complements: `${ICI}/extranet/dossiers/un/complements`,
  })
})

test.each(['EXTRANET', 'PORTAIL'] as const)(
  'the mails of a dossier of %s lead there, as they were shown',
  async (ou) => {
    const agent = await unAgent(own.db)
    const { id, version } = await unDe(ou)
    const vu = await apercuDeverrouillage(own.db, agent, { dossierId: id, now: NOW, ...OUVERTURE })
    expect((await deverrouillerDossier(deps(), agent, { dossierId: id, version, ...OUVERTURE })).ok).toBe(true)
    const apres = await unDe(ou)
    const demandes = await demanderComplements(deps(), agent, { dossierId: apres.id, version: apres.version, ...VOULU })
    expect(demandes.ok).toBe(true)

    const [ouverture] = (await lire(id)).courriels
    const [complement] = (await lire(apres.id)).courriels
    expect(ouverture?.texte).toBe(vu.ok ? vu.value.courriel?.texte : null)
    for (const { texte, html } of [ouverture, complement].flatMap((un) => un ?? [])) {
      expect([texte.includes(ICI), html.includes(ICI)]).toEqual([ou === 'EXTRANET', ou === 'EXTRANET'])
      expect(texte.includes('l’extranet du Département')).toBe(ou === 'EXTRANET')
    }
    expect(ouverture?.texte.includes('sur e-partenaire (https://portailpartenaire')).toBe(ou === 'PORTAIL')
    expect(ouverture?.texte.includes(`(${ICI}/extranet/dossiers/${id})`)).toBe(ou === 'EXTRANET')
    expect(complement?.texte.includes(`${ICI}/extranet/dossiers/${apres.id}/complements`)).toBe(ou === 'EXTRANET')
  },
)
