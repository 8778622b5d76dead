import {
  type ElementDemande,
  type EmpechementComplement,
  empechementComplement,
  lireElement,
  type RefusElement,
} from '#domain/complement/complement'
import type { Suspension } from '#domain/dossier/delais'
import type { Etat } from '#domain/dossier/etat'
import type { Controle } from '#domain/piece/piece'
import { no, ok, type Result } from '#domain/result'
import { addDays, compareJours, daysBetween, type Jour, jourDeParis } from '#domain/temps/jour'

/** REMPLACEE: another request took its place before it was answered. */
export const ETATS_DEMANDE_COMPLEMENT = ['OUVERTE', 'LEVEE', 'DEPASSEE', 'REMPLACEE', 'ANNULEE'] as const
export type EtatDemandeComplement = (typeof ETATS_DEMANDE_COMPLEMENT)[number]

/** Minutes during which a request can be taken back: its mail leaves at the end of them. */
export const MINUTES_ANNULATION = 5

/** Longest delay that may be given, in days: the clock of the rejection stands still meanwhile. */
export const JOURS_MAX_COMPLEMENT = 60

/** More lines than this are no longer read. */
export const ELEMENTS_MAX = 40

/** As it is stored: `recuLe` where an officer said that it came otherwise than as a pièce. */
export type ElementAttendu = ElementDemande & { recuLe?: Jour }

/** Where an element stands: the day it came, or null while it is awaited. */
export type ElementSuivi = ElementDemande & { recuLe: Jour | null }

export type Horodatee = { etat: EtatDemandeComplement; du: Jour; limite: Jour; leveeLe: Jour | null }

export type RefusComplement =
  | EmpechementComplement
  | RefusElement
  | 'AUCUN_ELEMENT'
  | 'TROP_D_ELEMENTS'
  | 'LIMITE_TROP_PROCHE'
  | 'LIMITE_TROP_LOINTAINE'
  | 'DEMANDE_EN_COURS'

export type Complement = { elements: readonly ElementDemande[]; limite: Jour }

/** An answer is still awaited. */
export const estEnAttente = (etat: EtatDemandeComplement): boolean => etat === 'OUVERTE' || etat === 'DEPASSEE'

/** What each request does to the clock of the rejection; one that was taken back before its mail left does nothing. */
export const suspensionsDe = (demandes: readonly Horodatee[]): Suspension[] =>
  demandes.filter(({ etat }) => etat !== 'ANNULEE').map(({ du, limite, leveeLe }) => ({ du, limite, leveeLe }))

/**
 * What is asked of the demandeur of a dossier, until the end of `limite` in Paris. `enAttente` is the request still unanswered and
 * `remplace` the one the officer means to replace: the same, or there is nothing to replace.
 */
export function demander(
  { etat, enAttente }: { etat: Etat; enAttente: string | null },
  { elements, limite, remplace, du }: Complement & { remplace: string | null; du: Jour },
): Result<{ elements: ElementDemande[]; limite: Jour; du: Jour }, RefusComplement> {
  const closed = empechementComplement(etat)
  if (closed) return no(closed)
  if (enAttente !== remplace) return no('DEMANDE_EN_COURS')
  if (elements.length === 0) return no('AUCUN_ELEMENT')
  if (elements.length > ELEMENTS_MAX) return no('TROP_D_ELEMENTS', String(ELEMENTS_MAX))
  const lus: ElementDemande[] = []
  for (const element of elements) {
    const lu = lireElement(element)
    if (!lu.ok) return lu
    lus.push(lu.value)
  }
  if (compareJours(limite, du) <= 0) return no('LIMITE_TROP_PROCHE')
  if (daysBetween(du, limite) > JOURS_MAX_COMPLEMENT) return no('LIMITE_TROP_LOINTAINE', String(JOURS_MAX_COMPLEMENT))
  return ok({ elements: lus, limite, du })
}

/** A pièce as it stands: when each of its files came, and what an officer said of the last one. */
export type PieceRecue = { code: string | null; recuesLe: readonly Date[]; controle: Controle; controleLe: Date | null }

const REGLES: readonly Controle[] = ['CONFORME', 'SANS_OBJET', 'DISPENSEE']

/**
 * Where each element stands. One about a pièce came with the first file deposited for it after the request, or when an officer said
 * since that nothing more is wanted of it; one about the form comes when an officer says so.
 */
export const suivreElements = (
  elements: readonly ElementAttendu[],
  { depuis, pieces }: { depuis: Date; pieces: readonly PieceRecue[] },
): ElementSuivi[] =>
  elements.map(({ code, constat, aFaire, recuLe }) => {
    const instants = pieces
      .filter((piece) => code !== null && piece.code === code)
      .flatMap(({ recuesLe, controle, controleLe }) => [
        ...recuesLe,
        ...(controleLe && REGLES.includes(controle) ? [controleLe] : []),
      ])
      .filter((instant) => instant > depuis)
      .sort((a, b) => a.getTime() - b.getTime())
    const jours = [recuLe, instants[0] && jourDeParis(instants[0])]
      .filter((jour) => jour !== undefined)
      .sort(compareJours)
    return { code, constat, aFaire, recuLe: jours[0] ?? null }
  })

/** The day the last missing element came; null while one is awaited. */
export function leveeDe(elements: readonly ElementSuivi[]): Jour | null {
  const jours = elements.flatMap(({ recuLe }) => recuLe ?? [])
  return jours.length === elements.length ? (jours.sort(compareJours).at(-1) ?? null) : null
}

/** Nobody has answered and the last day given has passed, in Paris. */
export const estDepassee = ({ etat, limite }: Pick<Horodatee, 'etat' | 'limite'>, today: Jour): boolean =>
  etat === 'OUVERTE' && compareJours(today, limite) > 0

/** Days before the limit from which the demandeur is reminded (docs/domaine.md § 7.8, M05). */
export const JOURS_RELANCE = 5

/** The day from which the reminder before the limit is due. */
export const relanceAvantLe = (limite: Jour): Jour => addDays(limite, -JOURS_RELANCE)

/** The limits that a request made now may have; `defaut` is the one of the règlement, in days from the departure of its mail. */
export function limitesDeDemande(complementJours: number, now: Date): { min: Jour; defaut: Jour; max: Jour } {
  const du = jourDeParis(new Date(now.getTime() + MINUTES_ANNULATION * 60_000))
  const defaut = addDays(du, Math.min(Math.max(1, complementJours), JOURS_MAX_COMPLEMENT))
  return { min: addDays(du, 1), defaut, max: addDays(du, JOURS_MAX_COMPLEMENT) }
}
