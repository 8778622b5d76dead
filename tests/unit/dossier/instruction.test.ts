import { describe, expect, test } from 'vitest'
import { decider, type DossierADecider, empechement } from '#domain/dossier/decision'
import type { Etat } from '#domain/dossier/etat'
import {
  type ActeInstruction,
  affecter,
  avancer,
  type DossierAInstruire,
  etatRetrouve,
  MESSAGE_AFFECTATION_MAX,
  type RefusAffectation,
} from '#domain/dossier/instruction'
import { desBloquants } from '#support/bloquants'
import { VOTE } from '#support/vote'

const NOW = new Date('2025-09-15T10:00:00Z')
const complet = { manquantes: [], nonConformes: [], aControler: [], complet: true }
const incomplet = { ...complet, manquantes: ['RIB'], complet: false }
const bloque = desBloquants({ budget: { versionId: 'b', etat: 'NON_LU' } })
const ecrit = desBloquants({ budget: { versionId: 'b', etat: 'NON_LU' }, modifications: [{ id: 'm' }] })

describe('the instruction', () => {
  const faire = (acte: ActeInstruction, change: Partial<DossierAInstruire> = {}) => {
    const depart = acte === 'instruire' ? 'COMPLET' : 'DEPOSE'
    const dossier = {
      etat: depart,
      bloquants: desBloquants(),
      instructionCommencee: false,
      completude: complet,
    } as const
    const answer = avancer({ ...dossier, ...change }, acte)
    return answer.ok ? answer.value : answer.reason
  }

  test('moves on where nothing blocks, and returns to where compléments were asked', () => {
    expect(faire('declarerComplet')).toBe('COMPLET')
    expect(faire('instruire')).toBe('EN_INSTRUCTION')
    expect(faire('declarerComplet', { etat: 'INCOMPLET', instructionCommencee: true })).toBe('EN_INSTRUCTION')
  })

  test.each(['declarerComplet', 'instruire'] as const)(
    '%s stops before what blocks, the demandeur’s own first',
    (acte) => {
      expect(faire(acte, { bloquants: bloque })).toBe('BLOQUANTS')
      expect(faire(acte, { bloquants: ecrit })).toBe('MODIFICATION_A_EXAMINER')
    },
  )

  test('« complet » wants every pièce, which are said before what blocks and after what the demandeur writes', () => {
    expect(faire('declarerComplet', { completude: incomplet, bloquants: bloque })).toBe('PIECES_MANQUANTES')
    expect(faire('declarerComplet', { completude: incomplet, bloquants: ecrit })).toBe('MODIFICATION_A_EXAMINER')
    const aControler = { ...complet, aControler: ['RIB'], complet: false }
    expect(faire('declarerComplet', { completude: aControler })).toBe('PIECES_A_CONTROLER')
  })

  test('what was complete is found again only as complete as it is, and what was not as it was', () => {
    const retrouver = (change: Partial<DossierAInstruire>, etat = 'COMPLET' as const) =>
      etatRetrouve(etat, { completude: complet, bloquants: desBloquants(), ...change })
    expect(retrouver({})).toBe('COMPLET')
    expect(retrouver({ completude: incomplet })).toBe('DEPOSE')
    expect(retrouver({ bloquants: bloque })).toBe('DEPOSE')
    for (const etat of ['DEPOSE', 'INCOMPLET', 'EN_INSTRUCTION'] as const)
      expect(etatRetrouve(etat, { completude: incomplet, bloquants: bloque })).toBe(etat)
  })
})

describe('a decision', () => {
  const dossier: DossierADecider = {
    ...{ etat: 'COMPLET', montantDemandeCents: 500_000n, bloquants: desBloquants(), completude: { complet: true } },
    ...{ signalements: [{ regle: 'PAYS' }], montantMaxCents: null, resteEnveloppeCents: null, inscription: null },
    voteRouvert: null,
  }

  test('is stopped by what blocks; what ends a dossier without an answer, only by what the demandeur writes', () => {
    for (const acte of ['accorder', 'refuser', 'declarerIneligible'] as const)
      expect(empechement({ ...dossier, bloquants: bloque }, acte)).toEqual({ reason: 'BLOQUANTS', detail: '1' })
    for (const acte of ['classerSansSuite', 'retirer'] as const) {
      expect(empechement({ ...dossier, bloquants: bloque }, acte)).toBeNull()
      expect(empechement({ ...dossier, bloquants: ecrit }, acte)).toEqual({ reason: 'MODIFICATION_A_EXAMINER' })
    }
  })

  test('grants nothing while a pièce is to be looked at again', () => {
    const accorder = { acte: 'accorder', montantCents: 500_000n, vote: VOTE } as const
    expect(decider({ ...dossier, completude: { complet: false } }, accorder, NOW)).toMatchObject({
      reason: 'PIECES_A_REVOIR',
    })
    expect(decider(dossier, accorder, NOW).ok).toBe(true)
  })

  test('says late only what is, and not eligible only for what was signalled', () => {
    expect(empechement(dossier, 'declarerHorsDelai')).toEqual({ reason: 'RIEN_A_SIGNALER' })
    expect(empechement(dossier, 'declarerIneligible')).toBeNull()
    const tardif: DossierADecider = { ...dossier, signalements: [{ regle: 'HORS_DELAI' }] }
    expect(empechement(tardif, 'declarerHorsDelai')).toBeNull()
    expect(empechement(tardif, 'declarerIneligible')).toEqual({ reason: 'RIEN_A_SIGNALER' })
  })
})

type Affectation = { etat: Etat; de: string | null; voulue: Parameters<typeof affecter>[1]; peutInstruire: boolean }

describe('giving a dossier to somebody', () => {
  const a = { agentId: 'a', message: '' }
  const long = { ...a, message: 'm'.repeat(MESSAGE_AFFECTATION_MAX + 1) }

  test.each<[string, Partial<Affectation>, RefusAffectation | null]>([
    ['to who may instruct', {}, null],
    ['to nobody', { de: 'a', voulue: { ...a, agentId: null }, peutInstruire: false }, null],
    ['to who may not instruct, or is not there', { peutInstruire: false }, 'AGENT_INCONNU'],
    ['to who has it', { de: 'a' }, 'DEJA_AFFECTE'],
    ['once it is decided', { etat: 'ACCORDE' }, 'DECISION_DEJA_PRISE'],
    ['with too long a word', { voulue: long }, 'MESSAGE_TROP_LONG'],
  ])('%s', (_, change, reason) => {
    const { etat, de, voulue, peutInstruire } = {
      etat: 'DEPOSE' as const,
      de: null,
      voulue: a,
      peutInstruire: true,
      ...change,
    }
    const answer = affecter({ etat, agentId: de }, voulue, peutInstruire)
    expect(answer.ok ? null : answer.reason).toBe(reason)
  })
})
