/** Routes ask it here: they know nothing of tokens. */
export { adresseDuLien } from '#infra/jeton'
