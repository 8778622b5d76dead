import { addDays, formatJour, type Jour } from '#domain/temps/jour'
import { type FicheDemo, FICHES, recueLeDe } from './fiches'
import { courrielDe, STRUCTURES } from './structures'

/** A mail as it reaches the MCEI, and the instant it came. */
export type MessageDemo = { nom: string; recuLe: Date; contenu: Buffer }

const euros = (n: number) => `${String(n).replace(/\B(?=(\d{3})+$)/g, ' ')},00 €`

const structureDe = (rang: number) => {
  const found = STRUCTURES[rang]
  if (!found) throw new Error(`no such structure: ${rang}`)
  return found
}

function champsDe(fiche: FicheDemo, recueLe: Jour): [string, string][] {
  const { structure, titre, pays, ville, jeunes, cout, souhaite, forme } = fiche
  const s = structureDe(structure)
  const doute = forme === 'doute'
  const debut = addDays(recueLe, 115 + structure)
  const lignes: [string, string][] = [
    ['Nom de la structure', s.nom],
    ['Nature de la structure', s.nature],
    ['SIRET', doute ? s.siret.slice(0, 13) : s.siret],
    ['Commune', `${s.codePostal} ${s.commune}`],
    ['Contact', s.correspondant.join(' ')],
    ['Adresse mail', courrielDe(s.correspondant)],
    ['Téléphone', '03 53 01 20 40'],
    ['Intitulé du projet', titre],
    ['Pays de destination', pays],
    ['Ville de destination', ville],
    ['Dates prévues', `du ${formatJour(debut)} au ${formatJour(addDays(debut, 5))}`],
    ['Nombre de jeunes participants', doute ? `environ ${jeunes}` : String(jeunes)],
    ['Coût total estimé', euros(cout)],
    ['Subvention souhaitée', euros(souhaite)],
  ]
  return forme === 'courte' ? lignes.filter(([libelle]) => !/SIRET|Dates|Coût/.test(libelle)) : lignes
}

const enTete = (valeur: string) => `=?UTF-8?B?${Buffer.from(valeur).toString('base64')}?=`

type Courrier = { nom: string; de: readonly [prenom: string, nom: string]; objet: string; recuLe: Date; html?: boolean }

function courrier({ nom, de, objet, recuLe, html = false }: Courrier, corps: string): MessageDemo {
  const contenu = [
    `From: ${enTete(de.join(' '))} <${courrielDe([de[0], de[1]])}>`,
    'To: mcei@departement.exemple.test',
    `Subject: ${enTete(objet)}`,
    `Message-ID: <${nom}@exemple.test>`,
    `Date: ${recuLe.toUTCString()}`,
    'MIME-Version: 1.0',
    `Content-Type: text/${html ? 'html' : 'plain'}; charset=utf-8`,
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(corps).toString('base64').replace(/.{76}/g, '$&\r\n'),
  ].join('\r\n')
  return { nom: `${nom}.eml`, recuLe, contenu: Buffer.from(contenu) }
}

const deuxChiffres = (n: number) => String(n).padStart(2, '0')

/** The fiches in the order they came, each with its mail; none of them is later than `maintenant`. */
export function messagesDesFiches(aujourdhui: Jour): { fiche: FicheDemo; message: MessageDemo }[] {
  return FICHES.map((fiche, i) => {
    const recueLe = recueLeDe(fiche, aujourdhui)
    const lignes = champsDe(fiche, recueLe)
    const { correspondant } = structureDe(fiche.structure)
    const html = fiche.forme === 'html'
    const corps = html
      ? `<p>Bonjour,</p><p>Voici notre fiche pré-projet.</p><table>${lignes.map(([l, v]) => `<tr><td>${l}</td><td>${v}</td></tr>`).join('')}</table><p>Bien cordialement,<br>${correspondant.join(' ')}</p>`
      : `Bonjour,\r\n\r\nVoici notre fiche pré-projet.\r\n\r\n${lignes.map(([l, v]) => `${l} : ${v}`).join('\r\n')}\r\n\r\nBien cordialement,\r\n${correspondant.join(' ')}\r\n`
    const recuLe = new Date(`${recueLe}T${deuxChiffres(7 + (i % 9))}:${deuxChiffres((i * 7) % 60)}:00Z`)
    const objet = `Fiche pré-projet ${fiche.titre}`
    return { fiche, message: courrier({ nom: `fiche-${i + 1}`, de: correspondant, objet, recuLe, html }, corps) }
  })
}

/** One demandeur asks, by mail, to be let back into a deposited dossier. */
export const demandeDeModification = (numero: string, recuLe: Date): MessageDemo =>
  courrier(
    {
      nom: 'modification-1',
      de: ['Louis', 'FLAMENT'],
      objet: `Demande de modification – dossier ${numero}`,
      recuLe,
    },
    `Bonjour,\r\n\r\nNous avons validé trop vite notre dossier ${numero} : le budget prévisionnel comporte une erreur. Pouvez-vous le rouvrir pour que nous remplacions cette pièce ?\r\n\r\nMerci d’avance,\r\nLouis FLAMENT\r\n`,
  )

/** A demandeur asks when their dossier will be decided. */
export const questionSurUnDossier = (numero: string, recuLe: Date): MessageDemo =>
  courrier(
    { nom: 'question-1', de: ['Simon', 'WILS'], objet: `Dossier ${numero} : calendrier de la décision`, recuLe },
    `Bonjour,\r\n\r\nNos familles demandent quand sera rendue la décision sur notre dossier ${numero}. Pouvez-vous nous dire à quelle séance il passera ?\r\n\r\nBien cordialement,\r\nSimon WILS\r\n`,
  )

/** Somebody nobody knows asks how to apply. */
export const renseignement = (recuLe: Date): MessageDemo =>
  courrier(
    { nom: 'renseignement-1', de: ['Élise', 'MARQUANT'], objet: 'Votre appel est-il ouvert aux lycées ?', recuLe },
    'Bonjour,\r\n\r\nNous préparons un échange avec un lycée de Bratislava. Pouvons-nous déposer une demande cette année ?\r\n\r\nMerci de votre réponse,\r\nÉlise MARQUANT\r\n',
  )
