import { describe, expect, test } from 'vitest'
import { MODELES } from '#domain/courriel/courriel'
import { corpsPropose } from '#emails/modeles/avis-preprojet'
import { donnees, rendre } from './donnees'
import { PIED, RECOURS_PRIVE } from './pied'

/** The words as a person reads them, whatever the width of their spaces. */
const lu = (texte: string) => texte.replace(/[\u00a0\u202f]/g, ' ')
const PORTAIL = { genre: 'PORTAIL', ou: 'https://portailpartenaire.pasdecalais.fr/Extranet/' } as const
const rendu = <M extends keyof typeof donnees>(modele: M, plus: Partial<(typeof donnees)[M]> = {}) =>
  rendre(modele, { ...donnees[modele], ...plus })

describe('what leaves, read aloud', () => {
  test('the receipt of a deposit', () => {
    const { sujet, texte } = rendu('ar_depot')
    expect(lu(sujet)).toBe('Accusé de réception de votre demande n° 2025-01012')
    expect(lu(texte)).toBe(`Madame, Monsieur,

Nous avons bien reçu, le 20 avril 2025, la demande de subvention n° 2025-01012 de COMITE DE JUMELAGE DE MERICOURT pour le projet « Jumelage à Herne (Allemagne) ».

Elle est suivie par le service « Mission coopération européenne et internationale » du Département du Pas-de-Calais, dont les coordonnées figurent au bas de ce message.

Sous réserve que votre demande soit complète, si vous n’avez reçu aucune réponse le 20 juin 2025, elle sera considérée comme rejetée à cette date. S’il manque une pièce, nous vous la demanderons et cette date sera repoussée d’autant.

Ce message n’est pas un accord : ne l’utilisez pas pour engager une dépense.

${RECOURS_PRIVE.replace('cette décision, vous pouvez', 'ce rejet, vous pourrez').replace('de sa notification', 'du 20 juin 2025')}

Vos données servent à l’instruction de votre demande. Pour y accéder ou les faire corriger, écrivez au délégué à la protection des données du Département, à l’adresse ci-dessous.

${PIED}`)
  })

  test('a fiche that arrived', () => {
    const { sujet, texte } = rendu('fiche_recue')
    expect(lu(sujet)).toBe('Re: Notre fiche')
    expect(lu(texte)).toBe(`Madame, Monsieur,

Nous avons bien reçu votre fiche pré-projet « Jumelage à Herne », le 6 mai 2025 à 11:02.

Elle est suivie par Camille Durand, chargée de mission, « Mission coopération européenne et internationale », Département du Pas-de-Calais (téléphone : 03 53 01 00 01).

Prochaine étape : un agent l’étudie et vous écrit pour vous donner un avis.

Vous pourrez ensuite déposer votre demande de subvention sur e-partenaire (https://portailpartenaire.pasdecalais.fr/Extranet/) jusqu’au 30 septembre 2025.

Cette fiche ne vaut pas demande de subvention. Elle sert à préparer votre dossier.

Ce message est envoyé automatiquement. Pour corriger ou compléter votre fiche, répondez-y en joignant la nouvelle version.

${PIED}`)
    expect(lu(rendu('fiche_recue', { horsDelai: true }).texte)).toContain(
      'après le 13 juin 2025, date jusqu’à laquelle',
    )
    expect(lu(rendu('fiche_recue', { echeanceDepot: null }).texte)).toContain('La date limite de dépôt')
    expect(rendu('fiche_recue', { objet: 'RE : re[2]: Ré: TR : Fiche' }).sujet).toBe('Re: Fiche')
    expect(rendu('fiche_recue', { objet: '  ' }).sujet).toBe('Nous avons bien reçu votre fiche pré-projet')
  })

  test('a link to choose a password', () => {
    const { sujet, texte } = rendu('mot_de_passe')
    expect(lu(sujet)).toBe('Choisir un nouveau mot de passe')
    expect(lu(texte)).toBe(`Bonjour Camille,

Un nouveau mot de passe a été demandé pour votre compte de l’application d’instruction de la MCEI.

Choisissez-le ici : https://lien-ecrit-au-depart.invalid/

Ce lien sert une seule fois, pendant 24 heures. Vos autres sessions seront fermées.

Si vous n’avez rien demandé, ne faites rien : votre mot de passe ne change pas.

Mission coopération européenne et internationale
`)
  })

  test('the words of an officer, with their list', () => {
    expect(lu(rendu('message_libre').texte)).toBe(`Madame, Monsieur,

Oui, une classe entière peut partir.

• Joignez la liste.
• Signez-la.

${PIED}`)
  })

  test('a reopening', () => {
    const { sujet, texte } = rendu('deverrouillage_accorde')
    expect(lu(sujet)).toBe('Votre demande n° 2025-01012 est ouverte à modification')
    expect(lu(texte)).toBe(`Madame, Monsieur,

Vous pouvez modifier votre demande n° 2025-01012 « Jumelage à Herne (Allemagne) » jusqu’au 1er juin 2025 inclus.

Ce que vous pouvez modifier :

• Budget
• champ « Téléphone »
• pièce « RIB au nom de la structure »

Pourquoi :

Le budget est à équilibrer.
Le RIB est illisible.

Faites vos modifications sur e-partenaire (https://portailpartenaire.pasdecalais.fr/Extranet/), puis cliquez sur « Valider » pour nous les transmettre.

Votre date de dépôt, le 20 avril 2025, est conservée. Après l’échéance, le dossier se refermera de lui-même et nous reprendrons son examen en l’état.

${PIED}`)
  })

  test('a grant', () => {
    const { sujet, texte } = rendu('decision_favorable')
    expect(lu(sujet)).toBe('Subvention accordée pour votre demande n° 2025-01012')
    expect(lu(texte)).toBe(`Madame, Monsieur,

Le Département du Pas-de-Calais vous accorde une subvention de 4 500,00 € (quatre mille cinq cents euros) pour le projet « Jumelage à Herne (Allemagne) » de COMITE DE JUMELAGE DE MERICOURT (demande n° 2025-01012).

Cette décision a été votée par la Commission permanente du Conseil départemental le 1er septembre 2025 (délibération n° 2025-314).

Ce qui suit :

• Versement : un acompte de 70 %, soit 3 150,00 €, puis le solde après examen du bilan.
• Bilan : envoyez-nous le compte rendu du projet et de ses dépenses avant le 13 mai 2026.
• Communication : mentionnez le soutien du Département du Pas-de-Calais et affichez son logo.
• Usage : la subvention sert à ce projet seulement et ne peut pas être reversée à un autre organisme.

La lettre de cette décision est jointe à ce message, au format PDF.

Nous vous souhaitons une belle réussite.

${PIED}`)
  })

  test('a partial grant, to a public body', () => {
    const { sujet, texte } = rendu('decision_partielle')
    expect(lu(sujet)).toBe('Subvention accordée en partie pour votre demande n° 2025-01012')
    expect(lu(texte)).toBe(`Madame, Monsieur,

Le Département du Pas-de-Calais vous accorde une subvention de 24 000,50 € (vingt-quatre mille euros et cinquante centimes) pour le projet « Jumelage à Herne (Allemagne) » de COMITE DE JUMELAGE DE MERICOURT (demande n° 2025-01012). Vous aviez demandé 30 000,00 €.

Motif de ce montant :

Les frais de bouche ne sont pas retenus.

Ce qui suit :

• Convention : vu le montant accordé dans l’année, une convention vous sera envoyée ; elle doit être signée avant tout versement.
• Versement : la subvention vous sera versée en une fois.
• Bilan : envoyez-nous le compte rendu du projet et de ses dépenses dans les six mois qui suivent sa fin.
• Communication : mentionnez le soutien du Département du Pas-de-Calais et affichez son logo.
• Usage : la subvention sert à ce projet seulement et ne peut pas être reversée à un autre organisme.

${RECOURS_PRIVE.replace(
  'par courrier, au greffe, ou par l’application Télérecours citoyens (www.telerecours.fr).',
  'par l’application Télérecours (www.telerecours.fr), obligatoire pour votre organisme public.',
)}

La lettre de cette décision est jointe à ce message, au format PDF.

${PIED}`)
  })

  test('a refusal', () => {
    const { sujet, texte } = rendu('decision_defavorable')
    expect(lu(sujet)).toBe('Réponse à votre demande de subvention n° 2025-01012')
    expect(lu(texte)).toBe(`Madame, Monsieur,

Le Département du Pas-de-Calais n’accorde pas la subvention de 15 750,00 € que vous avez demandée pour le projet « Jumelage à Herne (Allemagne) » de COMITE DE JUMELAGE DE MERICOURT (demande n° 2025-01012).

Motif : Dossier déposé hors délai.

Votre dossier est arrivé le 20 juin 2025.

Pour en parler avec nous, appelez le 03 53 01 00 01 ou répondez à ce message.

${RECOURS_PRIVE}

La lettre de cette décision est jointe à ce message, au format PDF.

${PIED}`)
  })

  test('an avis on a fiche', () => {
    const { sujet, texte } = rendu('avis_preprojet')
    expect(sujet).toBe('Re: Notre fiche')
    expect(lu(texte)).toBe(`Madame, Monsieur,

Nous donnons un avis favorable à votre fiche pré-projet « Jumelage à Herne ».

Pensez à préciser le programme.

Déposez maintenant votre demande de subvention sur e-partenaire (https://portailpartenaire.pasdecalais.fr/Extranet/) avant le 1er octobre 2025. Si vous n’avez pas de compte, demandez-le sur cette page : il est créé sous 48 heures.

Pièces à joindre :

• Lettre datée/signée sollicitant un soutien financier du CD62
• RIB au nom de la structure

La fiche pré-projet prépare votre dossier : elle ne vaut pas demande de subvention.

${PIED}`)
  })

  test.each([
    [
      'A_RETRAVAILLER',
      'Votre fiche pré-projet est à compléter',
      'Renvoyez-nous la fiche corrigée en répondant à ce message.',
    ],
    ['DEFAVORABLE', 'Avis défavorable sur votre fiche pré-projet', 'il ne vous empêche pas de déposer'],
    ['HORS_CHAMP', 'Votre fiche pré-projet n’entre pas dans nos appels à projets', 'n’entre pas dans le champ'],
  ] as const)('the avis %s says what to do next', (avis, sujet, phrase) => {
    const texte = corpsPropose({
      avis,
      paragraphes: [],
      pieces: [],
      echeanceDepot: null,
      lieu: PORTAIL,
      today: '2025-05-06',
    })
    const mail = rendu('avis_preprojet', { avis, objet: '', texte })
    expect(lu(mail.sujet)).toBe(sujet)
    expect(lu(mail.texte)).toContain(phrase)
    expect(mail.texte).not.toContain('Pièces à joindre')
  })
})

describe.each(MODELES)('%s', (modele) => {
  const { sujet, texte, html } = rendu(modele)

  test('keeps punctuation, figures and quotes together', () => {
    expect(`${sujet}\n${texte}`.match(/.{0,20}(?: [:;!?%€»]|« |n° |['"]).{0,10}/g) ?? []).toEqual([])
  })

  test('is a small French page that fetches nothing', () => {
    expect(html).toMatch(/^<!doctype html>\n<html lang="fr">/)
    expect(html).not.toMatch(/<(img|script|link|style|iframe|object|form)\b|url\(|@import|\son\w+=/i)
    expect(html.match(/href="[^"]*"/g) ?? []).toEqual(modele === 'nouvelles_du_jour' ? ['href="https://mcei.exemple.test/nouvelles"'] : modele === 'confirmation_envoi' ? ['href="https://mcei.exemple.test/extranet/dossiers/1"'] : ['mot_de_passe', 'mot_de_passe_extranet', 'compte_a_confirmer', 'demande_avis'].includes(modele) ? ['href="https://lien-ecrit-au-depart.invalid/"'] : ['fiche_recue', 'avis_preprojet', 'invitation_depot', 'deverrouillage_accorde', 'deverrouillage_rappel'].includes(modele) ? ['href="https://portailpartenaire.pasdecalais.fr/Extranet/"'] : []) // prettier-ignore
  })

  test('says the same in HTML as in text', () => {
    const mots = (source: string) => source.replace(/&#39;/g, "'").replace(/[•\s]+/g, '')
    const corps = /<body[^>]*>([\s\S]*)<\/body>/.exec(html)?.[1] ?? ''
    expect(mots(corps.replace(/<[^>]+>/g, ''))).toBe(mots(texte))
  })
})
