import { describe, expect, test } from 'vitest'
import { PROJET, STRUCTURE } from '#support/demande-en-ligne/reponses'
import { NotFound } from '#infra/errors'
import { recevabiliteDe } from '#infra/stores/dossier/recevabilite'
import { verificationDeDemande } from '#queries/extranet/verification'
import { JUIN, unMondeEnLigne } from './monde'

describe('a demande on line, looked at as who instructs it would', () => {
  const monde = unMondeEnLigne()
  const verifier = async (qui: Parameters<typeof monde.ecrire>[0], id: string) => {
    const vue = await verificationDeDemande(monde.db, qui, { id, now: new Date(JUIN) })
    if (!vue) throw new Error('deposited')
    return vue
  }

  test('what is missing is said, and leads to where it is given', async () => {
    const { id, anne } = await monde.unDebut()
    const debut = await verifier(anne, id)
    expect(debut.aReprendre.map(({ champ }) => champ)).toContain('objet')
    expect(debut.absentes.map(({ code }) => code)).toContain('BUDGET_PROJET')
    expect(debut.budget).toBeNull()
    // Nothing is asked yet: nothing is said of how much.
    expect(debut.signalements.map(({ regle }) => regle)).not.toContain('MONTANT')
    await monde.remplir(anne, id)
    expect((await verifier(anne, id)).aReprendre.map(({ champ }) => champ)).toEqual(['faitA', 'certifie'])
  })

  test('what the règlement would say is what an officer reads once it is deposited', async () => {
    const { id, anne, structureId } = await monde.unDebut()
    const campagne = await monde.db.campagne.findUniqueOrThrow({ where: { code: 'JUM-2027' } })
    const reglages = {
      ...(campagne.reglages as Record<string, unknown>),
      ...{ pays: ['Italie'], montantMaxCents: 500_000, tauxMax: 0.2, minParticipants: 8, maxParStructure: 1 },
    }
    await monde.db.campagne.update({ where: { code: 'JUM-2027' }, data: { reglages, enveloppeCents: 100n } })
    await monde.db.dossier.create({
      data: {
        ...{ numero: '2027-00001', structureId, campagneId: campagne.id, objet: 'Fresque à Herne', etat: 'DEPOSE' },
        ...{ montantDemandeCents: 1n, deposeLe: new Date(JUIN), donnees: {} },
        ...{ statutPortail: '', villePartenaire: '', pays: 'Allemagne' },
      },
    })
    await monde.ecrire(anne, { id, etape: 'STRUCTURE', miennes: { ...STRUCTURE, codePostal: '59000', commune: 'Lille' }, base: { commune: 'Arras' } }) // prettier-ignore
    await monde.ecrire(anne, { id, etape: 'PROJET', miennes: { ...PROJET, dateDebut: '20/05/2027', nbParticipants: '3' } }) // prettier-ignore
    const { signalements } = await verifier(anne, id)
    expect(signalements.map(({ regle }) => regle)).toEqual(
      expect.arrayContaining(['SIEGE', 'PAYS', 'DEJA_COMMENCE', 'PARTICIPANTS', 'MONTANT', 'TAUX', 'TROP_DE_DEMANDES']),
    )
    expect(signalements.find(({ regle }) => regle === 'PAYS')).toEqual({
      regle: 'PAYS',
      phrase:
        'Une personne qui instruit verra que le pays écrit (Allemagne) n’est pas de ceux de la campagne\u00a0: Italie.',
      aFaire: 'Corriger cette réponse',
      vers: `/extranet/demandes/${id}/projet#pays`,
    })
    const deposee = await monde.valider(anne, id)
    const dossier = await monde.dossierDe(deposee.ok ? deposee.value.numero : '')
    const lus = (await recevabiliteDe(monde.db, dossier.id)).signalements.map(({ regle }) => regle)
    // What is left of the enveloppe is the service's own.
    expect(lus).toContain('ENVELOPPE')
    expect(signalements.map(({ regle }) => regle)).toEqual(lus.filter((regle) => regle !== 'ENVELOPPE'))
    expect(await verificationDeDemande(monde.db, anne, { id, now: new Date(JUIN) })).toBeNull()
  })

  test('nobody of another structure has it', async () => {
    const { id } = await monde.unDebut()
    const autre = await monde.unMembre(await monde.uneStructure())
    await expect(verifier(autre, id)).rejects.toBeInstanceOf(NotFound)
  })
})
