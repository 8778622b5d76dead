import { Link } from '@remix-run/react'
import type { QuestionDeCampagne } from '#domain/demande-en-ligne/questions-de-campagne'
import type { ReponseRefusee } from '#domain/demande-en-ligne/reponses'
import { adresseDEtape, phraseDeRefus, questionDe } from '#libelles/demande-en-ligne/demande-en-ligne'
import { adresseDePiece, adresseDeQuestion, adresseDeVerification } from '#libelles/demande-en-ligne/verification'
import { type Entete, MarcheDeDemande } from '#ui/extranet/demande-en-ligne/cadre-demande'
import { type BudgetDonne, LectureDeBudget } from '#ui/extranet/demande-en-ligne/lecture-de-budget'
import css from '#ui/extranet/demande-en-ligne/verification.module.css'

type Props = {
  entete: Entete
  aReprendre: readonly ReponseRefusee[]
  posees: readonly QuestionDeCampagne[]
  absentes: readonly { code: string; nom: string }[]
  /** Of each file that shows something: what. */
  fichiers: readonly { id: string; code: string | null; nom: string; nomFichier: string; dits: readonly string[] }[]
  signalements: readonly { regle: string; phrase: string; aFaire: string; vers: string }[]
  budget: BudgetDonne | null
}

/** A demande as who instructs it would see it; each line leads to where it is mended. */
export function VerificationDeDemande({ entete, aReprendre, posees, absentes, fichiers, signalements, budget }: Props) {
  const { id } = entete
  const complete = aReprendre.length === 0 && absentes.length === 0
  return (
    <MarcheDeDemande entete={entete} titre="Vérifier ma demande" ici={null}>
      <p>
        Voici ce que votre demande montre maintenant. Rien n’est envoyé{'\u00a0'}: corrigez ce que vous voulez, puis
        revenez sur cette page.
      </p>
      <section aria-labelledby="titre-manque">
        <h2 id="titre-manque">Ce qui manque</h2>
        {complete && <p>Toutes les réponses demandées et toutes les pièces demandées sont là.</p>}
        {aReprendre.length > 0 && (
          <>
            <p>Sans ces réponses, la demande ne peut pas être déposée{'\u00a0'}:</p>
            <ul className={css.constats}>
              {aReprendre.map((une) => (
                <li key={une.champ}>
                  <Link to={adresseDeQuestion(id, une.champ)}>{questionDe(une.champ, posees)}</Link>
                  {'\u00a0'}: {phraseDeRefus(une)}
                </li>
              ))}
            </ul>
          </>
        )}
        {absentes.length > 0 && (
          <>
            <p>
              Vous pouvez déposer sans ces pièces{'\u00a0'}; l’instruction en sera retardée{'\u00a0'}:
            </p>
            <ul className={css.constats}>
              {absentes.map(({ code, nom }) => (
                <li key={code}>
                  <Link to={adresseDePiece(id, code)}>{nom}</Link>
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
      <section aria-labelledby="titre-reglement">
        <h2 id="titre-reglement">Ce que le règlement fait remarquer</h2>
        {signalements.length === 0 ? (
          <p>Rien, d’après les réponses écrites jusqu’ici.</p>
        ) : (
          <ul className={css.constats}>
            {signalements.map(({ regle, phrase, aFaire, vers }) => (
              <li key={regle}>
                {phrase} <Link to={vers}>{aFaire}</Link>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section aria-labelledby="titre-pieces">
        <h2 id="titre-pieces">Ce que les pièces montrent</h2>
        {fichiers.length === 0 ? (
          <p>Rien n’est à reprendre dans les fichiers donnés jusqu’ici.</p>
        ) : (
          <ul className={css.constats}>
            {fichiers.map(({ id: pieceId, code, nom, nomFichier, dits }) => (
              <li key={pieceId}>
                <Link to={adresseDePiece(id, code ?? '')}>{nom}</Link>, {nomFichier}
                {'\u00a0'}: {dits.join(' ')}
              </li>
            ))}
          </ul>
        )}
      </section>
      <section aria-labelledby="titre-budget">
        <h2 id="titre-budget">Ce que le budget montre</h2>
        {budget ? (
          <>
            <LectureDeBudget
              budget={budget}
              ici={adresseDeVerification(id)}
              vers={adresseDePiece(id, 'BUDGET_PROJET')}
            />
            <p>
              <Link to={adresseDePiece(id, 'BUDGET_PROJET')}>Revoir le budget donné</Link>
            </p>
          </>
        ) : (
          <p>
            Aucun budget n’est donné. <Link to={adresseDePiece(id, 'BUDGET_PROJET')}>Donner le budget</Link>
          </p>
        )}
      </section>
      <p>
        <Link to={adresseDEtape(id, 'CERTIFICATION')}>Aller à la certification</Link>
      </p>
    </MarcheDeDemande>
  )
}
