import { accorder, compter } from '#domain/nombre'
import type { ElementDemande } from '#domain/complement/complement'
import type { Relance } from '#domain/complement/relance'
import type { Jour } from '#domain/temps/jour'
import { SALUT, guillemets, numeroDe, signer, type DonneesDossier } from '#emails/formules'
import {
  enLigne,
  fort,
  jourAVenir,
  leJour,
  liste,
  mettreEnPage,
  p,
  type Bloc,
  type CourrielRendu,
  type Fragment,
} from '#emails/mise-en-page'
import { nomPourLeDemandeur } from '#libelles/piece/piece'

/** Article that stops the clock while a demandeur completes a file. */
const L114_5 = 'article L.\u00a0114-5 du code des relations entre le public et l’administration'

/** `rejetLe` is null when silence has already rejected the request: nothing is left to suspend, and nothing is said of it. */
export type DonneesComplements = DonneesDossier & {
  elements: readonly ElementDemande[]
  limite: Jour
  rejetLe: Jour | null
}

/** What is awaited still, of what was asked on `du`. */
export type DonneesRelance = DonneesComplements & { genre: Relance; du: Jour }

/** `commissionLe` and `seanceLe` are the next ones that are planned, if any. */
export type DonneesComplet = DonneesDossier & {
  completLe: Jour
  rejetLe: Jour | null
  commissionLe: Jour | null
  seanceLe: Jour | null
}

/** `RIB – pièce absente du dossier → envoyez le RIB de la structure.` */
const ligne = ({ code, constat, aFaire }: ElementDemande): Fragment[] => [
  fort(code === null ? 'Formulaire de demande' : enLigne(nomPourLeDemandeur(code))),
  ` – ${enLigne(constat)} → ${enLigne(aFaire)}`,
]

const elementsDe = (n: number) => compter(n, 'élément')

const envoi = (n: number, limite: Jour): Bloc =>
  p(
    `Merci de nous ${accorder(n, 'l’envoyer', 'les envoyer')} avant le `,
    jourAVenir(limite, ' inclus'),
    ', en répondant à ce message.',
  )

/** M04: what is missing, what to do and until when, and what it does to the clock (CRPA L114-5; docs/domaine.md § 7.8). */
export function piecesManquantes(donnees: DonneesComplements): CourrielRendu {
  const { numero, objet, deposeLe, signature, elements, limite, rejetLe } = donnees
  const n = elements.length
  return mettreEnPage(`Votre demande ${numeroDe(numero)}\u00a0: il manque ${elementsDe(n)}`, [
    SALUT,
    p(`Nous avons bien reçu votre demande ${numeroDe(numero)} ${guillemets(objet)} le ${leJour(deposeLe)}.`),
    p(`Il manque encore ${elementsDe(n)} pour l’étudier\u00a0:`),
    liste(elements.map(ligne)),
    envoi(n, limite),
    rejetLe === null
      ? null
      : p(
          `Jusqu’à cette date, le délai au terme duquel votre demande serait réputée rejetée est suspendu (${L114_5})\u00a0; sans décision de notre part, ce rejet interviendrait le `,
          jourAVenir(rejetLe),
          '.',
        ),
    ...signer(signature),
  ])
}

const suiteDe = ({ genre, rejetLe, limite }: DonneesRelance, n: number): Bloc | null => {
  if (genre === 'AVANT_LIMITE') {
    return p(
      'Sans réponse à cette date, nous examinerons votre demande en l’état',
      ...(rejetLe
        ? [
            ` et le délai, suspendu jusque-là (${L114_5}), courra de nouveau\u00a0: sans décision de notre part, votre demande serait réputée rejetée le `,
            jourAVenir(rejetLe),
          ]
        : []),
      '.',
    )
  }
  return p(
    `Le délai donné pour ${accorder(n, 'l’envoyer', 'les envoyer')} a pris fin le ${leJour(limite)}. `,
    ...(rejetLe
      ? [
          'Le délai d’examen de votre demande court de nouveau\u00a0: sans décision de notre part, elle serait réputée rejetée le ',
          jourAVenir(rejetLe),
          '. ',
        ]
      : []),
    'Envoyez-nous au plus vite ce qui manque, en répondant à ce message\u00a0; à défaut, nous examinerons votre demande en l’état.',
  )
}

/** M05: what is still missing and what happens next, before the limit or once it has passed. */
export function relance(donnees: DonneesRelance): CourrielRendu {
  const { numero, objet, signature, elements, limite, genre, du } = donnees
  const n = elements.length
  const sujet = genre === 'AVANT_LIMITE' ? 'il nous manque encore' : 'délai passé, il manque'
  return mettreEnPage(`Votre demande ${numeroDe(numero)}\u00a0: ${sujet} ${elementsDe(n)}`, [
    SALUT,
    p(
      `Le ${leJour(du)}, nous vous avons demandé des compléments pour votre demande ${numeroDe(numero)} ${guillemets(objet)}. À ce jour, il manque encore ${elementsDe(n)}\u00a0:`,
    ),
    liste(elements.map(ligne)),
    genre === 'AVANT_LIMITE' ? envoi(n, limite) : null,
    suiteDe(donnees, n),
    p('Si vous venez de répondre, ne tenez pas compte de ce message.'),
    ...signer(signature),
  ])
}

/** M06: complete on, the day silence would reject, and who meets when. */
export function dossierComplet(donnees: DonneesComplet): CourrielRendu {
  const { numero, objet, signature, completLe, rejetLe, commissionLe, seanceLe } = donnees
  return mettreEnPage(`Votre demande ${numeroDe(numero)} est complète`, [
    SALUT,
    p(
      `Votre demande ${numeroDe(numero)} ${guillemets(objet)} est complète depuis le `,
      fort(leJour(completLe)),
      '. Son instruction peut commencer.',
    ),
    commissionLe === null
      ? null
      : p('Elle sera présentée à la commission qui donne son avis le ', jourAVenir(commissionLe), '.'),
    seanceLe === null
      ? null
      : p('La Commission permanente du Conseil départemental se réunit le ', jourAVenir(seanceLe), '.'),
    rejetLe === null
      ? null
      : p('Sans décision de notre part, votre demande serait réputée rejetée le ', jourAVenir(rejetLe), '.'),
    p('Ce message n’est pas un accord\u00a0: ne l’utilisez pas pour engager une dépense.'),
    ...signer(signature),
  ])
}
