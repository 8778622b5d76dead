import { formatJour, type Jour } from '#domain/temps/jour'
import { adresseDuSuivi } from '#libelles/demandeur/adresses'
import { nomPourLeDemandeur } from '#libelles/piece/piece'
import { DonnerPiece } from '#ui/extranet/demande-en-ligne/donner-piece'
import type { TeleversementVu } from '#ui/extranet/demande-en-ligne/envois-en-cours'
import css from '#ui/extranet/dossier-suivi/dossier-suivi.module.css'
import { LienDuDemandeur, useLectureSeule } from '#ui/extranet/dossier-suivi/lien-du-demandeur'
import type { Reponse } from '#ui/kit/formulaire/form-erreur'

type Element = { code: string | null; constat: string; aFaire: string; recuLe: Jour | null }

type Props = {
  id: string
  numero: string | null
  complement: { limite: Jour; elements: readonly Element[]; ici: boolean }
  enVol: readonly TeleversementVu[]
  /** What a sending without a script answered, and for which pièce. */
  recue: Reponse<{ code: string }> | undefined
}

/** What the mission asks, one thing after the other, each with the place where it is given; where the page is only looked at, nothing is. */
export function ComplementsDemandes({ id, numero, complement: { limite, elements, ici }, enVol, recue }: Props) {
  const lectureSeule = useLectureSeule()
  return (
    <>
      <p>
        <LienDuDemandeur vers={adresseDuSuivi(id)}>Retour à la demande{numero && ` ${numero}`}</LienDuDemandeur>
      </p>
      <h1>Ce que la mission vous demande</h1>
      <p>
        Donnez-le jusqu’au <strong>{formatJour(limite)}</strong> inclus. Un fichier donné prend la place de celui qui ne
        convenait pas.
      </p>
      {!ici && <p>Répondez au courriel de la mission, ou là où la demande a été déposée.</p>}
      {elements.map(({ code, constat, aFaire, recuLe }, rang) => (
        <section key={`${code ?? 'formulaire'} ${constat}`} className={css.element} aria-labelledby={`element-${rang}`}>
          <h2 id={`element-${rang}`}>{code === null ? 'Le formulaire' : nomPourLeDemandeur(code)}</h2>
          <p>
            {constat} {aFaire}
          </p>
          {recuLe && <p role="status">Reçu le {formatJour(recuLe)}. La mission le vérifie.</p>}
          {ici && code !== null && !lectureSeule && (
            <DonnerPiece
              pour={{ dossierId: id }}
              enVol={enVol.filter((un) => un.code === code)}
              piece={{ code, nom: nomPourLeDemandeur(code), fichiers: [] }}
              recue={recue?.code === code ? recue : undefined}
            />
          )}
          {code === null && !recuLe && (
            <p>
              Cela se change dans le formulaire{'\u00a0'}:{' '}
              <LienDuDemandeur vers={`${adresseDuSuivi(id)}#modifier`}>demandez une modification</LienDuDemandeur>, ou
              répondez au courriel de la mission.
            </p>
          )}
        </section>
      ))}
    </>
  )
}
