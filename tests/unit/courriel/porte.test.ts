import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type CourrielALaPorte,
  estAccuse,
  JOURS_DE_FRAICHEUR,
  MODELES_AUTOMATIQUES,
  passerLaPorte,
} from '#domain/courriel/porte'
import { estPassable, MOTIFS_RETENUE } from '#domain/courriel/retenue'
import { accusesTus, manqueAuSignataire, signataireDe } from '#domain/courriel/signature'
import { REGLAGES_PAR_DEFAUT } from '#domain/campagne/reglages'
import { abandonner, attendSonHeure, ditUneDecision, estLie, passerOutre, retoucher } from '#domain/courriel/depart'
import { echeancesEcrites } from '#domain/temps/echeances-ecrites'
import { addDays, compareJours, jourDeParis, type Jour } from '#domain/temps/jour'

const NOW = new Date('2025-05-06T09:00:00Z')
const jours = (n: number) => new Date(NOW.getTime() + n * 86_400_000)

const mail: CourrielALaPorte = {
  modele: 'decision_favorable',
  fait: { le: NOW, tient: true, ditPar: null, sansDeliberation: false, aRelire: false },
  echeances: [],
  signe: true,
  destinataire: 'mairie@exemple.test',
  adresseEnEchec: false,
  acceptes: [],
}
const refus = (change: Partial<CourrielALaPorte>, now = NOW) => {
  const answer = passerLaPorte({ ...mail, ...change }, now)
  return answer.ok ? null : answer.reason
}
const fait = (change: Partial<CourrielALaPorte['fait']>) => ({ fait: { ...mail.fait, ...change } })

describe('the gate of the mails that the software writes', () => {
  test('lets through what is fresh, true, signed and addressed', () => {
    expect(refus({})).toBeNull()
    expect(refus({ echeances: ['2025-05-06', '2025-09-30'] })).toBeNull()
  })

  test.each([
    ['SANS_ADRESSE', { destinataire: null }],
    ['SANS_ADRESSE', { destinataire: ' ' }],
    ['A_RELIRE', fait({ aRelire: true })],
    ['A_RELIRE', { ...fait({ aRelire: true }), adresseEnEchec: true, signe: false }],
    ['ADRESSE_EN_ECHEC', { adresseEnEchec: true }],
    ['DIT_PAR_LE_PORTAIL', fait({ ditPar: 'PORTAIL' })],
    ['DIT_PAR_UN_AGENT', fait({ ditPar: 'AGENT' })],
    ['FAIT_CADUC', fait({ tient: false })],
    ['SANS_DELIBERATION', fait({ sansDeliberation: true })],
    ['FAIT_SANS_DATE', fait({ le: null })],
    ['FAIT_SANS_DATE', fait({ le: jours(3) })],
    ['FAIT_ANCIEN', fait({ le: jours(-8) })],
    ['ECHEANCE_PASSEE', { echeances: ['2025-05-05'] }],
    ['ECHEANCE_PASSEE', { echeances: ['2025-09-30', '2024-06-03'] }],
    ['SIGNATAIRE_INCOMPLET', { signe: false }],
  ] as const)('holds for %s: %o', (motif, change) => {
    expect(refus(change)).toBe(motif)
  })

  test('a clock that is ahead by a day is no reason, by two it is', () => {
    expect(refus(fait({ le: jours(1) }))).toBeNull()
    expect(refus(fait({ le: jours(2) }))).toBe('FAIT_SANS_DATE')
  })

  test('a receipt is news for thirty days', () => {
    for (const modele of ['ar_depot', 'fiche_recue'] as const) {
      expect(refus({ modele, ...fait({ le: jours(-30) }) })).toBeNull()
      expect(refus({ modele, ...fait({ le: jours(-31) }) })).toBe('FAIT_ANCIEN')
    }
  })

  test('what an act says is news for a week, a reminder for two, the end of an opening for two days; an avis may have waited for its day', () => {
    const derniers = MODELES_AUTOMATIQUES.map((modele) => {
      const admis = Array.from({ length: 100 }, (_, n) => n).filter(
        (n) => !refus({ modele, ...fait({ le: jours(-n) }) }),
      )
      return [modele, admis.length - 1]
    })
    const autres = {
      mot_de_passe: 1,
      mot_de_passe_extranet: 1,
      demande_a_deposer: 1,
      nouvelles_du_jour: 1,
      confirmation_envoi: 7,
      ar_depot: 30,
      fiche_recue: 30,
      relance: 15,
      demande_bilan: 15,
      versement: 30,
      deverrouillage_rappel: 2,
      avis_preprojet: 67,
    }
    const attendus = MODELES_AUTOMATIQUES.map((modele) => [modele, (autres as Record<string, number>)[modele] ?? 7])
    expect(derniers).toEqual(attendus)
  })

  test('what an officer accepts stands for that reason alone', () => {
    const passe = { echeances: ['2025-05-05'], acceptes: ['ECHEANCE_PASSEE'] } as const
    expect(refus(passe)).toBeNull()
    expect(refus({ ...passe, adresseEnEchec: true })).toBe('ADRESSE_EN_ECHEC')
    expect(refus({ destinataire: null, acceptes: ['SANS_ADRESSE'] })).toBe('SANS_ADRESSE')
    expect(refus({ ...fait({ tient: false }), acceptes: ['FAIT_CADUC'] })).toBe('FAIT_CADUC')
    expect(refus({ ...fait({ aRelire: true }), acceptes: ['A_RELIRE'] })).toBe('A_RELIRE')
  })

  const jour = fc.integer({ min: -400, max: 400 }).map((n): Jour => addDays('2025-05-06', n))
  const quelconque = fc.record({
    modele: fc.constantFrom(...MODELES_AUTOMATIQUES),
    fait: fc.record({
      le: fc.option(fc.integer({ min: -400, max: 400 }).map(jours)),
      tient: fc.boolean(),
      ditPar: fc.constantFrom(null, 'PORTAIL' as const, 'AGENT' as const),
      sansDeliberation: fc.boolean(),
      aRelire: fc.boolean(),
    }),
    echeances: fc.array(jour, { maxLength: 4 }),
    signe: fc.boolean(),
    destinataire: fc.constantFrom(null, '', 'a@exemple.test'),
    adresseEnEchec: fc.boolean(),
    acceptes: fc.constant([]),
  })

  test('no mail that is let through holds a date already past, tells what is old, is unsigned or goes to nobody', () => {
    fc.assert(
      fc.property(quelconque, fc.integer({ min: -60, max: 60 }).map(jours), (un, now) => {
        if (!passerLaPorte(un, now).ok) return
        const today = jourDeParis(now)
        expect(un.echeances.filter((echeance) => compareJours(echeance, today) < 0)).toEqual([])
        expect(un).toMatchObject({
          fait: { tient: true, ditPar: null, sansDeliberation: false, aRelire: false },
          signe: true,
          adresseEnEchec: false,
        })
        expect(un.destinataire).toContain('@')
        expect(un.fait.le).not.toBeNull()
        const plusVieux = addDays(today, -JOURS_DE_FRAICHEUR[un.modele])
        expect(compareJours(jourDeParis(un.fait.le ?? NOW), plusVieux)).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 3_000 },
    )
  })

  test('what was let through once and waits is held once its day has come and gone', () => {
    fc.assert(
      fc.property(jour, fc.integer({ min: 0, max: 500 }), (echeance, attente) => {
        const un = { ...mail, modele: 'avis_preprojet' as const, echeances: [echeance] }
        const plusTard = jours(attente)
        if (compareJours(echeance, jourDeParis(plusTard)) < 0) expect(passerLaPorte(un, plusTard).ok).toBe(false)
      }),
    )
  })
})

test('an officer passes over every reason but five', () => {
  const jamais = ['SANS_ADRESSE', 'A_RELIRE', 'FAIT_CADUC', 'SANS_DELIBERATION', 'LETTRE_A_REVOIR']
  expect(MOTIFS_RETENUE.filter((motif) => !estPassable(motif))).toEqual(jamais)
  const retenu = (motifRetenue: string | null, etat: 'RETENU' | 'ANNULE' = 'RETENU') =>
    passerOutre({ etat, motifRetenue })
  expect(retenu('ECHEANCE_PASSEE')).toEqual({ ok: true, value: 'ECHEANCE_PASSEE' })
  expect(retenu('FAIT_CADUC')).toMatchObject({ reason: 'MOTIF_NON_PASSABLE' })
  expect(retenu('A_RELIRE')).toMatchObject({ reason: 'MOTIF_NON_PASSABLE' })
  expect(retenu('UN_AUTRE')).toMatchObject({ reason: 'MOTIF_NON_PASSABLE' })
  expect(retenu('ECHEANCE_PASSEE', 'ANNULE')).toMatchObject({ reason: 'COURRIEL_PAS_RETENU' })
})

describe('who signs', () => {
  const { signataire } = REGLAGES_PAR_DEFAUT.MEI
  const agent = { prenom: 'Claire', nom: 'Delmotte', qualite: '', telephone: '' }

  test('the agent who acts, in the words of the campagne where their account is silent', () => {
    expect(signataireDe(signataire, agent)).toEqual({ ...signataire, prenom: 'Claire', nom: 'Delmotte' })
    expect(signataireDe(signataire, { ...agent, qualite: 'Chargée', telephone: '03' })).toMatchObject({
      qualite: 'Chargée',
      telephone: '03',
    })
    expect(signataireDe(signataire, null)).toBe(signataire)
  })

  test('a campagne that names nobody signs nothing', () => {
    expect(manqueAuSignataire(signataire)).toEqual(['prenom', 'nom'])
    expect(manqueAuSignataire(signataireDe(signataire, agent))).toEqual([])
    expect(
      manqueAuSignataire({ ...signataireDe(signataire, agent), qualite: '', adresse: ' ', telephone: '' }),
    ).toEqual(['qualite', 'adresse', 'telephone'])
  })
})

test('the receipts of a campagne without a whole signatory are said, and only those that it wants', () => {
  const { signataire } = REGLAGES_PAR_DEFAUT.MEI
  const campagne = { signataire, accuseFiche: true, accuseReception: true }
  expect(accusesTus(campagne)).toEqual({ manque: ['prenom', 'nom'], modeles: ['fiche_recue', 'ar_depot'] })
  expect(accusesTus({ ...campagne, accuseReception: false })?.modeles).toEqual(['fiche_recue'])
  expect(accusesTus({ ...campagne, accuseFiche: false, accuseReception: false })).toBeNull()
  expect(accusesTus({ ...campagne, signataire: { ...signataire, prenom: 'Claire', nom: 'Delmotte' } })).toBeNull()
})

test('what says an opening, a refusal of one, a request or a reversement is moved or taken back with it; the rest stands by itself', () => {
  const lies = MODELES_AUTOMATIQUES.filter((modele) => estLie({ modele }) && !ditUneDecision({ modele }))
  expect(lies).toEqual(['pieces_manquantes', 'deverrouillage_accorde', 'deverrouillage_refuse', 'reversement'])
})

test('the receipts are those of a fiche and of a dossier', () => {
  expect(MODELES_AUTOMATIQUES.filter(estAccuse)).toEqual(['fiche_recue', 'ar_depot'])
})

test('every mail of a decision is taken back with it, and neither sent before its hour, moved nor withdrawn alone', () => {
  const decisions = MODELES_AUTOMATIQUES.filter((modele) => ditUneDecision({ modele }))
  expect(decisions).toEqual([
    ...['decision_favorable', 'decision_partielle', 'decision_defavorable'],
    ...['sans_suite', 'retrait', 'irrecevabilite'],
  ])
  for (const modele of decisions) {
    const courriel = { modele, etat: 'A_ENVOYER', partirLe: jours(1), tentatives: 0 } as const
    expect([attendSonHeure(courriel), estLie(courriel)]).toEqual([true, true])
    expect(retoucher(courriel)).toEqual({ ok: false, reason: 'COURRIEL_LIE' })
  }
})

test.each<[string, Jour[]]>([
  ['Déposez avant le 30 septembre 2025.', ['2025-09-30']],
  ['jusqu’au 1er juin\u00a02025 inclus', ['2025-06-01']],
  ['Au plus tard le lundi 3/4/2025, d’ici le 12/05/2025', ['2025-04-03', '2025-05-12']],
  ['date limite de dépôt : 30 août 2025', ['2025-08-30']],
  ['votre dossier du 3 avril 2024, reçu le 5 mai 2024 après le 13 juin 2023', []],
  ['avant le 31 février 2025, avant le 30 septembre', []],
])('« %s » gives as limits %o', (texte, attendues) => {
  expect(echeancesEcrites(texte)).toEqual(attendues)
})

test('a held mail is given up, but not that of a decision which waits for a second person', () => {
  for (const motifRetenue of MOTIFS_RETENUE)
    expect(abandonner({ etat: 'RETENU', motifRetenue })).toEqual(
      motifRetenue === 'A_RELIRE' ? { ok: false, reason: 'DECISION_A_RELIRE' } : { ok: true },
    )
  expect(abandonner({ etat: 'ENVOYE', motifRetenue: null })).toMatchObject({ reason: 'COURRIEL_PAS_RETENU' })
})
